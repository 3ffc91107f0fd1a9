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

test('a name that would cover another name or a place on both of its sides is left out', () => {
  const places = [
    { x: 100, y: 10, label: 'covers it' },
    { x: 110, y: 12, label: 'second' },
    { x: 40, y: 12, label: 'the third' },
    { x: 10, y: 100, label: 'free' },
  ];
  expect([...namesWithRoom(places, 400)]).toEqual([
    [1, 'right'],
    [3, 'right'],
  ]);
});

test('the place furthest to the right is named first, and in any case', () => {
  const rightmost = { x: 300, y: 50, label: 'AWS' };
  const small = { x: 200, y: 50, label: 'a long name of it' };
  expect([...namesWithRoom([small, rightmost], 400)][0]).toEqual([1, 'left']);
  const crowd = [280, 270, 310, 320].map((x) => ({ x, y: 52, label: 'crowd' }));
  const furthest = { x: 390, y: 50, label: 'as long as the map' };
  expect(namesWithRoom([...crowd, furthest], 400).get(4)).toBe('left');
});

test('where the usual side has no room a name stands on the other one, but never beyond the edge', () => {
  const beside = { x: 280, y: 50, label: 'beside' };
  expect(namesWithRoom([{ x: 300, y: 50, label: 'AWS' }, beside], 400).get(0)).toBe('right');
  const last = { x: 390, y: 150, label: 'last' };
  const git = { x: 380, y: 52, label: 'Git' };
  expect(namesWithRoom([last, git], 400).get(1)).toBe('left');
  // To its left is no room, and to its right is the edge.
  expect(namesWithRoom([last, git, { x: 360, y: 52, label: 'x' }], 400).has(1)).toBe(false);
});

test('two names in a line keep a distance, and none covers what is written', () => {
  const [rest, git] = [
    { x: 20, y: 10, label: 'REST' },
    { x: 20 + 9 + 4 * 7.6, y: 30, label: 'Git' },
  ];
  expect(namesWithRoom([rest, { ...git, y: 20 }], 400).size).toBe(1);
  expect(namesWithRoom([rest, git], 400).size).toBe(2);
  const written = { left: 10, right: 200, top: 0, bottom: 20 };
  expect([...namesWithRoom([rest, git], 400, [written]).keys()]).toEqual([1]);
});

test('beside the one that is pointed at all names stay, but for those that its own covers', () => {
  const places = [
    { x: 10, y: 10, label: 'covered' },
    { x: 20, y: 12, label: 'pointed at' },
    { x: 10, y: 100, label: 'free' },
  ];
  const named = new Map([
    [0, 'right'],
    [2, 'right'],
  ] as const);
  expect([...namesBeside(named, places, 1, 400).keys()]).toEqual([2, 1]);
  expect([...namesBeside(named, places, 2, 400).keys()]).toEqual([0, 2]);
});

test.each([
  ['Kubernetes', 200, 'Kubernetes'],
  ['communication', 60, 'communi…'],
  ['communication', 0, 'com…'],
])('%s in %d pixels is %s', (label, width, shown) => expect(shorten(label, width)).toBe(shown));
