import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { LINES_AT_ONCE, splitLines } from './ndjson.ts';

async function* blocksOf(bytes: Uint8Array, cuts: number[]) {
  let start = 0;
  for (const cut of [...cuts, bytes.length].map((c) => Math.min(c, bytes.length)).sort((a, b) => a - b)) {
    yield bytes.subarray(start, cut);
    start = cut;
  }
}
const read = async (blocks: AsyncIterable<Uint8Array>, maxBytes: number) => {
  const lines = [];
  for await (const found of splitLines(blocks, maxBytes)) lines.push(...found);
  return lines.map(({ line, bytes }) => [line, bytes?.toString() ?? null]);
};

test('lines are what stands between line feeds, wherever the blocks of the stream are cut', async () => {
  const part = fc.constantFrom('a', 'bc', '\n', '\r\n', ' ', 'é', '🦓');
  await fc.assert(
    fc.asyncProperty(fc.array(part), fc.array(fc.nat(40)), fc.nat(6), async (parts, cuts, maxBytes) => {
      const text = parts.join('');
      const wanted = text.split('\n').map((line, i) => [i + 1, line]);
      if (wanted.at(-1)![1] === '') wanted.pop();
      const bytes = new TextEncoder().encode(text);
      expect(await read(blocksOf(bytes, cuts), 1000)).toEqual(wanted);
      const bounded = wanted.map(([i, line]) => [
        i,
        Buffer.byteLength(String(line)) > maxBytes ? null : line,
      ]);
      expect(await read(blocksOf(bytes, cuts), maxBytes)).toEqual(bounded);
    }),
  );
});

test('of a block of thousands of lines a few hundred are cut, and the next when they are asked for', async () => {
  const lines = splitLines(blocksOf(Buffer.from('1\n'.repeat(2 * LINES_AT_ONCE + 1)), []), 10);
  const counts = [];
  for await (const found of lines) counts.push(found.length);
  expect(counts).toEqual([LINES_AT_ONCE, LINES_AT_ONCE, 1]);
});

test('a line in small blocks costs ten times as much where it is ten times as long', async () => {
  const cpuOf = async (bytes: number, times: number) => {
    const line = Buffer.alloc(bytes, 0x61);
    const cuts = Array.from({ length: bytes / 16 }, (_, i) => 16 * i);
    const began = process.cpuUsage();
    for (let n = 0; n < times; n += 1) await read(blocksOf(line, cuts), 10 * bytes);
    const { user, system } = process.cpuUsage(began);
    return (user + system) / times;
  };
  await cpuOf(16_000, 10);
  expect((await cpuOf(160_000, 5)) / (await cpuOf(16_000, 50))).toBeLessThan(100);
});
