import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { cut } from '../testing.ts';
import { tableRows, type TableRow } from './rows.ts';

const marks = { delimiter: ',', quote: '"', escape: '"', newline: '\n' };
const read = async (text: string, size = 7, maxBytes?: number, written = marks) => {
  const found: TableRow[] = [];
  for await (const row of tableRows(cut(Buffer.from(text), size), written, 1, maxBytes)) found.push(row);
  return found;
};
const row = (line: number, ...cells: string[]): TableRow => ({ line, cells });

describe('the rows of a table', () => {
  test.each([
    ['lines', 'a,b\n1,2\n', [row(1, 'a', 'b'), row(2, '1', '2')]],
    [
      'lines of Windows, and one of Unix',
      'a,b\r\n1,2\n3,4\r\n',
      [row(1, 'a', 'b'), row(2, '1', '2'), row(3, '3', '4')],
    ],
    ['blank lines, which count', '\n\r\na,b\n\n\n1,2', [row(3, 'a', 'b'), row(6, '1', '2')]],
    ['line breaks in quotes', '"a\r\nb",c\n1,2\n', [row(1, 'a\r\nb', 'c'), row(3, '1', '2')]],
    ['quotes within quotes', '"a ""b""\n",c\n1,2', [row(1, 'a "b"\n', 'c'), row(3, '1', '2')]],
    ['quotes in the middle of a cell', '5" boat,b\n1,2\n', [row(1, '5" boat', 'b'), row(2, '1', '2')]],
    [
      'a quoted word at the beginning of a cell',
      '"Senior" mate,b\n1,2',
      [row(1, '"Senior" mate', 'b'), row(2, '1', '2')],
    ],
    ['quotes behind blanks', 'a, "b, c"\n1,  "2\n3"\n', [row(1, 'a', 'b, c'), row(2, '1', '2\n3')]],
    ['nothing', '', []],
    ['blank lines alone', '\n\n', []],
  ])('are found in %s', async (_what, text, expected) => {
    for (const size of [1, 7, 1000]) expect(await read(text, size)).toEqual(expected);
  });

  const unclosed = (line: number, at: number, cell: number, within = '') => ({
    ...{ line, cell },
    fault: `has a quote on line ${at} that is not closed${within}`,
  });

  test('behind a quote that nothing closes are read, and it is named', async () => {
    expect(await read('a,b\n1,"x\n2,y\n')).toEqual([row(1, 'a', 'b'), unclosed(2, 2, 1), row(3, '2', 'y')]);
  });

  test('behind a quote that is closed by the next one are read, and it is named', async () => {
    expect(await read('a,b\n1,"x\n2,y\n3,"z"\n4,"w"')).toEqual([
      ...[row(1, 'a', 'b'), unclosed(2, 2, 1)],
      ...[row(3, '2', 'y'), row(4, '3', 'z'), row(5, '4', 'w')],
    ]);
  });

  /** How many turns of the event loop others have meanwhile. */
  const turnsOf = async (read: () => Promise<unknown>): Promise<number> => {
    let [turns, over] = [0, false];
    const take = (): void => {
      turns += 1;
      if (!over) setImmediate(take);
    };
    setImmediate(take);
    await read();
    over = true;
    return turns;
  };

  test('behind hundreds of open quotes are read without holding the process: others have a turn for each', async () => {
    const turns = await turnsOf(async () => {
      expect(await read('"a,b\n'.repeat(200), 10_000)).toHaveLength(200);
    });
    expect(turns).toBeGreaterThan(150);
  });

  test('of which thousands are in one block are read without holding the process', async () => {
    expect(await turnsOf(() => read('"\n'.repeat(50_000)))).toBeGreaterThan(25);
  });

  test('of which one has several lines in quotes, and a quote that is not closed behind them', async () => {
    expect(await read('"a\nb","c\n1,2\n')).toEqual([
      unclosed(1, 2, 1),
      // The rest of the row that was given up.
      ...[{ line: 2, fault: 'has a quote on line 2 that is not closed', cell: 1 }, row(3, '1', '2')],
    ]);
  });

  test('above the limit of bytes are named and not buffered, with the quote that makes them so', async () => {
    const far = `${'x,y\n'.repeat(40)}`;
    expect((await read(`a,b\n1,"z\n${far}`, 7, 100)).slice(0, 3)).toEqual([
      ...[row(1, 'a', 'b'), unclosed(2, 2, 1, ' within 100 bytes')],
      row(3, 'x', 'y'),
    ]);
    const long = 'z'.repeat(200_000);
    expect(await read(`a,b\n1,${long}${long}\n2,y\n`, 1000, 100_000)).toEqual([
      row(1, 'a', 'b'),
      { line: 2, fault: 'is longer than 100000 bytes' },
      row(3, '2', 'y'),
    ]);
  });

  test('of which each opens a quote for nothing end with an error, before they were read too often', async () => {
    const reading = read('a,"b\n'.repeat(400_000), 64 * 1024, 1_000_000);
    await expect(reading).rejects.toThrow('too many quotes are opened and not closed');
  });

  test('of any cells come out as they were written, at any block size', async () => {
    const cell = fc.string({
      unit: fc.constantFrom('a', ',', '"', '\n', '\r\n', ' ', 'é', '👍'),
      maxLength: 6,
    });
    const rows = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(rows, fc.integer({ min: 1, max: 9 }), async (values, size) => {
        const written = values.map((cells) =>
          cells.map((value) => `"${value.replaceAll('"', '""')}"`).join(','),
        );
        const found = await read(written.join('\n'), size);
        expect(found.map((one) => ('cells' in one ? one.cells : one))).toEqual(values);
        const lines = written.map(
          (_, index) => written.slice(0, index).join('\n').split('\n').length + (index && 1),
        );
        expect(found.map(({ line }) => line)).toEqual(lines);
      }),
      { numRuns: 60 },
    );
  });
});
