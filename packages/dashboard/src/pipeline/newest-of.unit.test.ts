import { expect, test } from '@jest/globals';
import type { Sighting } from '@skillstream/contracts';
import { newestOf } from './newest-of.ts';
import type { Seen } from './replay/recording.ts';

const seenOf = (
  postingId: string,
  stage: Sighting['stage'],
  atMs: number,
  more: Partial<Sighting> = {},
): Seen => ({
  atMs,
  sighting: {
    ...{ id: `${postingId}-${atMs}`, at: '2026-01-02T03:04:05.678Z', service: 'tagging', replica: 'r' },
    ...{ stage, postingId, version: 1 },
    ...more,
  },
});
const shown = (seen: readonly Seen[], most = 12) =>
  newestOf(seen, most).map(([id, { sighting }]) => `${id} ${sighting.stage}${sighting.dead ? ' dead' : ''}`);

test('the postings that were seen last are listed, the newest first, at most so many', () => {
  const seen = [
    seenOf('a', 'accepted', 1),
    seenOf('b', 'accepted', 2),
    seenOf('a', 'published', 3),
    seenOf('c', 'accepted', 4),
  ];
  expect(shown(seen)).toEqual(['c accepted', 'a published', 'b accepted']);
  expect(shown(seen, 2)).toEqual(['c accepted', 'a published']);
});

test('each stands where its newest version was seen furthest, in whichever order that arrived', () => {
  const death = seenOf('a', 'published', 1, { dead: true });
  expect(shown([death, seenOf('a', 'published', 2)])).toEqual(['a published dead']);
  expect(shown([death, seenOf('a', 'published', 2), seenOf('a', 'counted-in-facts', 3)])).toEqual([
    'a counted-in-facts',
  ]);
  expect(shown([death, seenOf('a', 'accepted', 2, { version: 2 })])).toEqual(['a accepted']);
});
