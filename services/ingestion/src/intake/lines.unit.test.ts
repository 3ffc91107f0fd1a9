import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { linesOf } from './lines.ts';

async function* blocksOf(bytes: Buffer, cuts: number[]) {
  let start = 0;
  for (const cut of [...cuts, bytes.length].map((c) => Math.min(c, bytes.length)).sort((a, b) => a - b)) {
    yield bytes.subarray(start, cut);
    start = cut;
  }
}
const read = async (text: string, cuts: number[], maxBytes: number) => {
  const lines = [];
  for await (const found of linesOf(blocksOf(Buffer.from(text), cuts), maxBytes)) lines.push(...found);
  return lines.map(({ line, bytes }) => [line, bytes?.toString() ?? null]);
};

test('lines are the same wherever the blocks of the stream are cut', async () => {
  const piece = fc.constantFrom('a', 'bc', '\n', '\r\n', ' ', 'é');
  await fc.assert(
    fc.asyncProperty(fc.array(piece), fc.array(fc.nat(40)), async (pieces, cuts) => {
      const text = pieces.join('');
      const wanted = text
        .split('\n')
        .map((line, i) => [i + 1, line])
        .filter(([, line]) => String(line).trim() !== '');
      expect(await read(text, cuts, 1000)).toEqual(wanted);
    }),
  );
});

test('a line over the limit is returned without its bytes and the next one is read', async () => {
  expect(await read('12345\n1234\n\n123456789', [2, 7], 4)).toEqual([
    [1, null],
    [2, '1234'],
    [4, null],
  ]);
});

test('a line without an end is never buffered beyond the limit', async () => {
  let live = 0;
  async function* endless() {
    for (let i = 0; i < 1000; i += 1) {
      live += 1;
      yield Buffer.alloc(10_000, 0x61);
    }
  }
  const lines = [];
  for await (const found of linesOf(endless(), 20_000)) lines.push(...found);
  expect([lines, live]).toEqual([[{ line: 1, bytes: null }], 1000]);
});

test('empty lines in a row have a limit, and a line with content resets it', async () => {
  const read = async (text: string) => {
    const lines = [];
    for await (const found of linesOf(blocksOf(Buffer.from(text), [2]), 100, 3)) lines.push(...found);
    return lines.map(({ line }) => line);
  };
  expect(await read('\n \n\r\nx\n\n\n\ny')).toEqual([4, 8]);
  await expect(read('x\n\n\n\n\ny')).rejects.toMatchObject({ code: 'too-large' });
});
