import { expect, test } from '@jest/globals';
import type { Sighting } from '@skillstream/contracts';
import { heldList } from './held-list.ts';
import { newestOf } from './newest-of.ts';
import type { Seen } from './replay/recording.ts';

const seenOf = (postingId: string, stage: Sighting['stage'], atMs: number): Seen => ({
  atMs,
  sighting: {
    ...{ id: `${postingId}-${atMs}`, at: '2026-01-02T03:04:05.678Z', service: 'tagging', replica: 'r' },
    ...{ postingId, stage, version: 1 },
  },
});

test('rows stay in their order whatever is seen meanwhile, each where it is by now', () => {
  const [first, second] = [seenOf('a', 'accepted', 1), seenOf('b', 'accepted', 2)];
  const held = newestOf([first, second], 2);
  expect(held.map(([id]) => id)).toEqual(['b', 'a']);
  const further = seenOf('a', 'tagged', 3);
  const others = Array.from({ length: 50 }, (_, index) => seenOf(`other-${index}`, 'tagged', 4 + index));
  expect(heldList(held, [first, second, further, ...others])).toEqual([
    ['b', second],
    ['a', further],
  ]);
});

test('a row whose posting nothing was seen of lately stays as it was', () => {
  const [was, other] = [seenOf('a', 'tagged', 1), seenOf('b', 'tagged', 90_000)];
  expect(heldList([['a', was]], [other])).toEqual([['a', was]]);
  expect(heldList([], [other])).toEqual([]);
});
