import { expect, test } from '@jest/globals';
import { cut } from '../testing.ts';
import { wholeLines } from './whole-lines.ts';

const blocksOf = async (text: string, size: number): Promise<string[]> => {
  const found: string[] = [];
  for await (const block of wholeLines(cut(Buffer.from(text), size), '\n')) found.push(block.toString());
  return found;
};

test('blocks end where lines do, and hold the same bytes', async () => {
  for (const size of [1, 2, 3, 5, 100]) {
    const blocks = await blocksOf('a,b\nc,d\n\ne', size);
    expect(blocks.join('')).toBe('a,b\nc,d\n\ne');
    expect(blocks.slice(0, -1).every((block) => block.endsWith('\n'))).toBe(true);
  }
});

test('a line of megabytes is given on in parts', async () => {
  const blocks = await blocksOf('x'.repeat(5_000_000), 64 * 1024);
  expect(blocks.length).toBeGreaterThan(3);
  expect(Math.max(...blocks.map(({ length }) => length))).toBeLessThan(1.2 * 1024 * 1024);
});
