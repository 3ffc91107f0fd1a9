import { expect, test } from '@jest/globals';
import { sightingStages } from '@skillstream/contracts';
import fc from 'fast-check';
import type { Seen } from '../replay/recording.ts';
import { dotsAt, MOST_DOTS, SEEN_MS } from './dots.ts';
import { isOver, nearest, spotOf } from './spots.ts';

type Stage = (typeof sightingStages)[number];
const seenOf = (postingId: string, stage: Stage, atMs: number): Seen => ({
  atMs,
  sighting: {
    ...{ id: `${postingId}-${stage}`, at: '2026-01-02T03:04:05.678Z', service: 'tagging', replica: 'r' },
    ...{ stage, postingId, version: 1 },
  },
});
const placesOf = (seen: readonly Seen[], timeMs: number) =>
  dotsAt(seen, timeMs).map(
    ({ from, to, part, dead }) => `${from}-${to} ${part.toFixed(1)}${dead ? ' dead' : ''}`,
  );
const deathOf = (stage: Stage, atMs: number, service: Seen['sighting']['service']): Seen => {
  const { sighting } = seenOf('p', stage, atMs);
  return { atMs, sighting: { ...sighting, service, dead: true } };
};

test('stages that follow each other at once are shown one after the other, then views beside facts', () => {
  const seen = sightingStages.map((stage, index) => seenOf('p', stage, 1000 + index));
  expect([999, 1000, 1450, 1900, 2800, 3700, 4600].map((at) => placesOf(seen, at))).toEqual([
    [],
    ['gateway-ingestion 0.0'],
    ['gateway-ingestion 0.5'],
    ['ingestion-received 0.0'],
    ['received-tagged 0.0'],
    ['tagged-views 0.0', 'tagged-facts 0.0'],
    ['tagged-views 1.0', 'tagged-facts 1.0'],
  ]);
  expect(placesOf(seen, 1000 + SEEN_MS + 100)).toEqual([]);
});

test('a posting that is seen at a later stage alone begins there, and one that waits rests', () => {
  expect(placesOf([seenOf('p', 'tagged', 0)], 450)).toEqual(['received-tagged 0.5']);
  const waiting = [seenOf('p', 'published', 0)];
  expect([900, 3000, 3401].map((at) => placesOf(waiting, at))).toEqual([
    ['ingestion-received 1.0'],
    ['ingestion-received 1.0'],
    [],
  ]);
});

test('a posting dies in the service that reads its record, where it is another shape, and goes no further', () => {
  const inTagging = [seenOf('p', 'published', 0), deathOf('published', 1, 'tagging')];
  expect([899, 1350, 1800, 4200, 4301].map((at) => placesOf(inTagging, at))).toEqual([
    ['ingestion-received 1.0'],
    ['received-tagging 0.5'],
    ['received-tagging 1.0 dead'],
    ['received-tagging 1.0 dead'],
    [],
  ]);
  // The relay says that it was published after tagging has read it.
  expect(placesOf([deathOf('published', 0, 'tagging'), seenOf('p', 'published', 5)], 1805)).toEqual([
    'received-tagging 1.0 dead',
  ]);
  const inAnalytics = [seenOf('p', 'tagged', 0), deathOf('tagged', 1, 'analytics')];
  expect(placesOf(inAnalytics, 1800)).toEqual(['tagged-facts 1.0 dead']);
  expect(placesOf([deathOf('accepted', 0, 'gateway')], 1000)).toEqual([]);
});

const anySeen = fc
  .array(
    fc.record({
      posting: fc.integer({ min: 0, max: 400 }),
      stage: fc.constantFrom(...sightingStages),
      atMs: fc.integer({ min: 0, max: 5000 }),
    }),
    { maxLength: 900 },
  )
  .map((all) =>
    all.map(({ posting, stage, atMs }) => seenOf(`p${posting}`, stage, atMs)).sort((a, b) => a.atMs - b.atMs),
  );

test('there are at most 200 dots, each a posting that was seen by then, on a way of its own', () => {
  fc.assert(
    fc.property(anySeen, fc.integer({ min: 0, max: 9000 }), (seen, timeMs) => {
      const dots = dotsAt(seen, timeMs);
      expect(dots.length).toBeLessThanOrEqual(MOST_DOTS);
      for (const { postingId, part } of dots) {
        expect(part).toBeGreaterThanOrEqual(0);
        expect(part).toBeLessThanOrEqual(1);
        expect(seen.some(({ atMs, sighting }) => sighting.postingId === postingId && atMs <= timeMs)).toBe(
          true,
        );
      }
    }),
    { numRuns: 50 },
  );
  const many = Array.from({ length: 1000 }, (_, index) => seenOf(`p${index}`, 'accepted', index));
  expect(dotsAt(many, 1000)).toHaveLength(MOST_DOTS);
  expect(dotsAt(many, 1000)[0]?.postingId).toBe('p999');
});

test('a stage that a later release has added has no dot', () =>
  expect(dotsAt([seenOf('p', 'constructor' as Stage, 0)], 10)).toEqual([]));

test('a dot is between its places, none without both, and the nearest one is found', () => {
  const centres = new Map([
    ['gateway', { x: 0, y: 100 }],
    ['ingestion', { x: 200, y: 100 }],
  ]);
  const dot = { postingId: 'p', from: 'gateway', to: 'ingestion', part: 0.5, dead: false } as const;
  const spot = spotOf(dot, centres)!;
  expect(Math.hypot(spot.x - 100, spot.y - 100)).toBeLessThan(50);
  expect(spotOf({ ...dot, to: 'views' }, centres)).toBeNull();
  const large = spotOf(dot, centres, 2)!;
  expect([large.x - 100, large.y - 100]).toEqual([2 * (spot.x - 100), 2 * (spot.y - 100)]);
  const other = { ...spot, postingId: 'q', x: spot.x + 20, y: spot.y };
  expect(nearest([spot, other], spot.x + 4, spot.y, 16)).toBe('p');
  expect(nearest([spot, other], spot.x + 18, spot.y, 16)).toBe('q');
  expect(nearest([spot, other], spot.x, spot.y + 100, 16)).toBeNull();
});

test('a dot of an own posting is told from one of the sample', () => {
  const centres = new Map(['gateway', 'ingestion'].map((node) => [node, { x: 0, y: 0 }]));
  const own = (postingId: string) =>
    spotOf({ postingId, from: 'gateway', to: 'ingestion', part: 0, dead: false }, centres)!.own;
  expect([own('hn.Ab-9'), own('sample.Ab-9'), own('sample-of-ours.Ab-9')]).toEqual([true, false, true]);
});

test.each([
  [{ x: 50, y: 50 }, true],
  [{ x: 5, y: 50 }, true],
  [{ x: 1, y: 50 }, false],
  [{ x: 50, y: 32 }, false],
  [{ x: 50, y: 68 }, false],
  [{ x: 50, y: 67 }, true],
  [{ x: 98, y: 50 }, false],
])('a dot of 8 pixels at %j over a name from 10,40 to 90,60: %p', (spot, over) =>
  expect(isOver(spot, [{ left: 10, top: 40, width: 80, height: 20 }], 8)).toBe(over),
);
