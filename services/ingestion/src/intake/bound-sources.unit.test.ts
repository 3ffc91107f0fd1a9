import { expect, test } from '@jest/globals';
import { createSourceBound } from './bound-sources.ts';

const boundOf = (stored: string[], most: number) => {
  let reads = 0;
  const refuses = createSourceBound(async () => ((reads += 1), stored), most);
  return { refuses, reads: () => reads };
};

test('sources up to the limit are accepted, the next is not, and known ones still are', async () => {
  const { refuses } = boundOf(['a', 'b'], 4);
  expect(await refuses(['c', 'a', 'd', 'e', 'f'])).toEqual(new Set(['e', 'f']));
  expect(await refuses(['a', 'b', 'c', 'd'])).toEqual(new Set());
  expect(await refuses(['constructor', '__proto__'])).toEqual(new Set(['constructor', '__proto__']));
});

test('a source that another replica accepted is known, however many there are', async () => {
  const stored: string[] = [];
  const { refuses } = boundOf(stored, 2);
  expect(await refuses(['a'])).toEqual(new Set());
  stored.push('x', 'y', 'z');
  expect(await refuses(['y', 'b'])).toEqual(new Set(['b']));
});

test('the store is read once for a source, and not at all beyond the limit', async () => {
  const { refuses, reads } = boundOf(['a'], 2);
  for (let i = 0; i < 10; i += 1) await refuses(['a']);
  expect(reads()).toBe(1);
  for (let i = 0; i < 10; i += 1) await refuses(['b', `new-${i}`]);
  expect(reads()).toBe(2);
});

test('while the store is unavailable nothing is decided', async () => {
  const refuses = createSourceBound(() => Promise.reject(new Error('away')));
  await expect(refuses(['a'])).rejects.toThrow('away');
});
