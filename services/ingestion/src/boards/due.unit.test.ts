import { describe, expect, test } from '@jest/globals';
import { brokenOffNow, byUrgency, isDue, isStopped, nextDueAt } from './due.ts';

const NOW = new Date('2026-01-02T03:00:00Z');
const at = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);
const broken = (minutes: number) => brokenOffNow('the lease is lost', at(minutes));
const waiting = { paused: null, requestedAt: null, run: null, nextDueAt: at(60) };

describe('a run is due', () => {
  test.each([
    ['of a source that never ran', { ...waiting, nextDueAt: null }, false, true],
    ['at its time', { ...waiting, nextDueAt: NOW }, false, true],
    ['not before it', waiting, false, false],
    [
      'before it where its interval is shorter since',
      { ...waiting, lastRun: { endedAt: at(-66) } },
      false,
      true,
    ],
    ['not before that', { ...waiting, lastRun: { endedAt: at(-65) } }, false, false],
    ['at once where one was broken off', { ...waiting, run: {} }, false, true],
    ['at once where somebody asked for it', { ...waiting, requestedAt: NOW }, false, true],
    [
      'not where one was broken off a moment ago',
      { ...waiting, run: {}, brokenOff: broken(-0.5) },
      false,
      false,
    ],
    [
      'not though somebody asked for it before that',
      { ...waiting, run: {}, brokenOff: broken(-0.5), requestedAt: at(-1) },
      false,
      false,
    ],
    [
      'where somebody asked for it since',
      { ...waiting, run: {}, brokenOff: broken(-0.5), requestedAt: NOW },
      false,
      true,
    ],
    ['a minute after one was broken off', { ...waiting, run: {}, brokenOff: broken(-1) }, false, true],
    ['not of a source that its file pauses', { ...waiting, nextDueAt: NOW }, true, false],
    ['not of one that was paused', { ...waiting, nextDueAt: NOW, paused: true }, false, false],
    ['not of one that was paused in the middle of it', { ...waiting, run: {}, paused: true }, false, false],
    [
      'of one that was resumed, whatever its file says',
      { ...waiting, nextDueAt: NOW, paused: false },
      true,
      true,
    ],
    [
      'of a paused one where somebody asked for it',
      { ...waiting, paused: true, requestedAt: NOW },
      false,
      true,
    ],
  ])('%s', (_, state, paused, due) => {
    expect(isDue(state, { paused, everyMinutes: 60 }, NOW)).toBe(due);
  });
});

test.each([
  ['ends once its file pauses it', { paused: null }, true, true],
  ['ends once it was paused', { paused: true }, false, true],
  ['goes on where it was resumed, whatever its file says', { paused: false }, true, false],
  ['goes on where nobody pauses it', { paused: null }, false, false],
  ['goes on where somebody asked for it', { paused: true, requestedAt: NOW }, false, false],
  ['is none where none is open', { paused: true, run: null }, false, false],
])('an open run %s', (_, state, paused, ends) => {
  expect(isStopped({ requestedAt: null, run: {}, ...state }, { paused })).toBe(ends);
});

test.each([
  [0, 54],
  [0.5, 60],
  [1, 66],
])('the next run comes after its interval, a tenth earlier or later: by chance %s', (random, minutes) => {
  expect(nextDueAt({ everyMinutes: 60 }, NOW, random)).toEqual(at(minutes));
});

test('of those that are due the one is first that was asked for first, then the one that is due for longest', () => {
  const of = (more: object) => ({ board: { ...waiting, ...more }, source: { everyMinutes: 60 } });
  const [asked, askedLater] = [at(-1), NOW].map((requestedAt) => of({ requestedAt }));
  const [never, long, late] = [null, at(-60), at(-1)].map((nextDueAt) => of({ nextDueAt }));
  // Its interval is shorter since its last run ended, so it was due 54 minutes ago.
  const shorter = of({ lastRun: { endedAt: at(-120) } });
  const due = [late!, shorter, long!, askedLater!, never!, asked!];
  expect(due.toSorted(byUrgency)).toEqual([asked, askedLater, never, long, shorter, late]);
});
