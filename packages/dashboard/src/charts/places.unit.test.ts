import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { namesBeside, namesWithRoom } from './names-with-room.ts';
import { shorten } from './shorten.ts';
import { spread } from './spread.ts';

const height = fc.integer({ min: 0, max: 300 });

test('labels keep their distance, their order and their room, where there is enough of it', () => {
  fc.assert(
    fc.property(fc.array(height, { minLength: 1, maxLength: 6 }), (wanted) => {
      const placed = spread(wanted, 16, 0, 300);
      const sorted = placed.toSorted((a, b) => a - b);
      sorted.slice(1).forEach((place, i) => expect(place - sorted[i]!).toBeGreaterThanOrEqual(16));
      expect([sorted[0]! >= 0, sorted.at(-1)! <= 300]).toEqual([true, true]);
    }),
  );
});

test('a label that has room is where it belongs', () =>
  expect(spread([40, 200], 16, 0, 300)).toEqual([40, 200]));

test('a name that would cover another name or a place is left out', () => {
  const places = [
    { x: 10, y: 10, label: 'covers it' },
    { x: 20, y: 12, label: 'second' },
    { x: 10, y: 100, label: 'free' },
  ];
  expect([...namesWithRoom(places, 400)]).toEqual([1, 2]);
});

test('beside the one that is pointed at all names stay, but for those that its own covers', () => {
  const places = [
    { x: 10, y: 10, label: 'covered' },
    { x: 20, y: 12, label: 'pointed at' },
    { x: 10, y: 100, label: 'free' },
  ];
  expect([...namesBeside(new Set([0, 2]), places, 1, 400)]).toEqual([2, 1]);
  expect([...namesBeside(new Set([0, 2]), places, 2, 400)]).toEqual([0, 2]);
});

test.each([
  ['Kubernetes', 200, 'Kubernetes'],
  ['communication', 60, 'communi…'],
  ['communication', 0, 'com…'],
])('%s in %d pixels is %s', (label, width, shown) => expect(shorten(label, width)).toBe(shown));
