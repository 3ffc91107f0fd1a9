import { gzipSync } from 'node:zlib';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { blocksOf } from '../bytes/blocks.ts';
import { isGzip } from '../bytes/gunzip.ts';
import { peek } from '../bytes/peek.ts';
import { detect } from '../detect.ts';
import { createMapping } from '../mapping/mapping.ts';
import { rowOutcome } from '../row-outcome.ts';
import { jsonRecords } from './records.ts';

const MAX_BYTES = 100;

async function* recordsOf(blocks: AsyncIterable<Buffer>, maxBytes?: number) {
  const text = await peek(blocks, 64 * 1024);
  const found = detect(text.beginning.toString('latin1'), text.whole);
  if (found.kind !== 'json') throw new Error('no JSON');
  yield* jsonRecords(text.blocks, found.layout, maxBytes);
}

/** Cuts a text into blocks of a size, to show that block borders do not matter. */
async function* cut(bytes: Buffer, size: number) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}
/** The records by line, and at the end the error, where there was one. */
const read = async (text: string | Buffer, size = 7) => {
  const found: unknown[] = [];
  const blocks = blocksOf(cut(Buffer.from(text), size), () => {});
  try {
    for await (const record of recordsOf(blocks, MAX_BYTES))
      found.push('bytes' in record ? [record.line, record.bytes.toString()] : [record.line, record.fault]);
  } catch (error) {
    found.push((error as Error).message);
  }
  return found;
};

describe('the postings of a file', () => {
  const breaksOff = 'the file breaks off in the middle of this posting';
  test.each([
    [
      'lines',
      '{"a":1}\n{"b":2}',
      [
        [1, '{"a":1}'],
        [2, '{"b":2}'],
      ],
    ],
    [
      'lines with empty ones, which count',
      '\n{"a":1}\r\n \n{"b":2}\n',
      [
        [2, '{"a":1}\r'],
        [4, '{"b":2}'],
      ],
    ],
    [
      'broken lines, as they are',
      '{"a":\n{"b":2}\n',
      [
        [1, '{"a":'],
        [2, '{"b":2}'],
      ],
    ],
    [
      'an array on one line',
      '[{"a":1},{"b":[1,2]}]',
      [
        [1, '{"a":1}'],
        [1, '{"b":[1,2]}'],
      ],
    ],
    [
      'an array over lines',
      '[\n {"a":1},\n {"b":\n2}\n]\n',
      [
        [2, '\n {"a":1}'],
        [3, '\n {"b":\n2}\n'],
      ],
    ],
    [
      'brackets and quotes within strings',
      '[{"a":"]},{\\"["},3]',
      [
        [1, '{"a":"]},{\\"["}'],
        [1, '3'],
      ],
    ],
    ['one object over lines', '{\n"a": {"b": 1}\n}\n', [[1, '{\n"a": {"b": 1}\n}']]],
    ['an empty array', ' [ ] ', []],
    [
      'an array that breaks off in a posting',
      '[{"a":1},\n{"b":',
      [[1, '{"a":1}'], [2, breaksOff], 'breaks off in the middle of what begins on line 2'],
    ],
    [
      'an array that breaks off between postings',
      '[{"a":1},\n',
      [[1, '{"a":1}'], 'breaks off on line 2, before the array ends'],
    ],
    [
      'an array that something stands behind',
      '[{"a":1}]\n\n[{"b":2}]',
      [[1, '{"a":1}'], 'something stands behind the end of the array, on line 3, and was not read'],
    ],
    [
      'an object that breaks off',
      '{\n"a": 1,\n',
      [[1, breaksOff], 'breaks off in the middle of what begins on line 1'],
    ],
    ['nothing', '', []],
    ['white space alone', ' \n\n\t', []],
    ['a byte order mark', '\uFEFF{"a":1}', [[1, '{"a":1}']]],
  ])('are found in %s', async (_what, text, expected) => {
    for (const size of [1, 7, 1000]) expect(await read(text, size)).toEqual(expected);
  });

  test('a record above the limit is reported and not buffered; its neighbours are read', async () => {
    const long = `{"a":"${'x'.repeat(MAX_BYTES)}"}`;
    const issue = `is longer than ${MAX_BYTES} bytes`;
    expect(await read(`${long}\n{"b":2}\n`)).toEqual([
      [1, issue],
      [2, '{"b":2}'],
    ]);
    expect(await read(`[${long},{"b":2}]`)).toEqual([
      [1, issue],
      [1, '{"b":2}'],
    ]);
  });

  test('are the same whether packed or not, by what the file begins with', async () => {
    const text = '{"a":1}\n{"b":2}\n';
    expect(await read(gzipSync(text))).toEqual(await read(text));
    expect([isGzip(gzipSync('')), isGzip(Buffer.from('{}')), isGzip(Buffer.alloc(0))]).toEqual([
      true,
      false,
      false,
    ]);
  });

  test('come out of any array as JSON.parse sees them, at any block size', async () => {
    const rows = fc.array(fc.jsonValue({ maxDepth: 2 }), { maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(
        rows,
        fc.integer({ min: 1, max: 20 }),
        fc.constantFrom(0, 1, 2),
        async (values, size, indent) => {
          const found: unknown[] = [];
          const blocks = cut(Buffer.from(JSON.stringify(values, null, indent)), size);
          for await (const record of recordsOf(blocks))
            found.push('bytes' in record ? JSON.parse(record.bytes.toString()) : record);
          expect(found).toEqual(JSON.parse(JSON.stringify(values)));
        },
      ),
      { numRuns: 50 },
    );
  });

  test('of a file that is one line, in small blocks, cost ten times as much where it is ten times as long', async () => {
    // The least of some: compilation and collection of garbage are in the others.
    const cpuOf = async (bytes: number, times: number) => {
      const line = Buffer.from(`[${JSON.stringify('x'.repeat(bytes))}]`);
      let least = Infinity;
      for (let n = 0; n < times; n += 1) {
        const began = process.cpuUsage();
        for await (const record of recordsOf(cut(line, 512))) void record;
        const { user, system } = process.cpuUsage(began);
        least = Math.min(least, user + system);
      }
      return least;
    };
    await cpuOf(6000, 30);
    // It was 700 times as much, and 8 s for the longer one: each block caused a scan of all before it.
    expect((await cpuOf(60_000, 10)) / (await cpuOf(6000, 30))).toBeLessThan(100);
  });

  test('an array that begins behind empty lines and blanks, a byte at a time, is one', async () => {
    expect(await read('\n \n  [1,2]', 1)).toEqual([
      [3, '1'],
      [3, '2'],
    ]);
  });

  test.each([
    ['[{"a":1}]', 'array'],
    ['  [', 'array'],
    ['{', 'object'],
    ['{"a":1}', 'lines'],
    ['nonsense', 'lines'],
  ])('%s begins a file of the form %s', (line, layout) =>
    expect(detect(line, true)).toEqual({ kind: 'json', layout: { kind: layout } }),
  );
});

describe('the line to send', () => {
  const sent = (text: string | Buffer) => {
    const mapping = createMapping([], new Map());
    const options = { mapping, dates: null, source: 'file', onlySource: null, country: null };
    const { bytes, key } = rowOutcome({ line: 1, bytes: Buffer.from(text) }, options) as {
      bytes: Buffer;
      key: string;
    };
    return { bytes, key };
  };

  test('is the row as it stands where it needs no mapping, with the key of its posting', () => {
    const text = '{"source":"a", "sourceId":"1","sourceId":"2"}';
    expect(sent(text)).toEqual({ bytes: Buffer.from(text), key: 'a/2' });
  });

  test('is what cannot be read as it stands, for ingestion to say why', () => {
    for (const bytes of [Buffer.from('{"a":'), Buffer.from([0x22, 0xff, 0x22])])
      expect(sent(bytes)).toEqual({ bytes, key: '' });
  });

  test('never holds a line break', () => {
    expect(sent('{\n"source":"a","sourceId":"1"\n}').bytes.toString()).toBe(
      '{ "source":"a","sourceId":"1" }',
    );
  });
});
