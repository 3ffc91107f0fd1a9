import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { decodeLine, splitLines } from './lines.ts';

async function* inPieces(bytes: Buffer, sizes: number[]): AsyncGenerator<Buffer> {
  let from = 0;
  for (const size of [...sizes, bytes.length]) {
    yield bytes.subarray(from, from + size);
    from += size;
  }
}

test('lines come out whole in whatever chunks they arrive, also when a character is split', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.string({ unit: fc.constantFrom('a', 'é', '🚀', ' ') }), { maxLength: 6 }),
      fc.array(fc.nat({ max: 9 }), { maxLength: 12 }),
      async (lines, sizes) => {
        const bytes = Buffer.from(lines.map((line) => `${line}\n`).join(''));
        const found: string[] = [];
        for await (const line of splitLines(inPieces(bytes, sizes))) found.push(decodeLine(line));
        expect(found).toEqual(lines);
      },
    ),
  );
});

test('a last line without a line feed counts', async () => {
  const found: string[] = [];
  for await (const line of splitLines(inPieces(Buffer.from('a\nb'), []))) found.push(decodeLine(line));
  expect(found).toEqual(['a', 'b']);
});

test('bytes that are not UTF-8 are refused', () => {
  expect(() => decodeLine(Buffer.from([0x22, 0xff, 0x22]))).toThrow('not valid UTF-8');
});

test('an endless line is not buffered, is reported, and the next one is read', async () => {
  async function* endless() {
    for (let i = 0; i < 300; i += 1) yield Buffer.alloc(64 * 1024, 0x61);
    yield Buffer.from('\nb\n');
  }
  const found: (Buffer | null)[] = [];
  for await (const line of splitLines(endless())) found.push(line);
  expect(() => decodeLine(found[0]!)).toThrow('longer than 16777216 bytes');
  expect(found.slice(1).map(decodeLine)).toEqual(['b']);
});
