import { describe, expect, test } from '@jest/globals';
import { canDropFacts, canDropViews, type VersionsInUse } from './superseded.ts';

const NOW = 1_000_000;
const GRACE = 1000;
const use = (change: Partial<VersionsInUse> = {}): VersionsInUse => ({
  present: { schemaVersion: 3, generation: 5 },
  beganMs: NOW - GRACE - 1,
  served: [{ schemaVersion: 3, generation: 5, seenMs: NOW }],
  nowMs: NOW,
  graceMs: GRACE,
  ...change,
});
const old = NOW - GRACE - 1;
const servedBy = (schemaVersion: number, generation: number, seenMs = NOW) =>
  use({ served: [{ schemaVersion, generation, seenMs }] });

describe('views go', () => {
  test.each([
    ['of the log before', { schemaVersion: 3, generation: 4 }],
    ['of a log long ago, in a schema version long ago', { schemaVersion: 1, generation: 1 }],
    ['of the schema version before', { schemaVersion: 2, generation: 5 }],
  ])('%s, once they have not been used for the grace period', (_, version) => {
    expect(canDropViews({ ...version, seenMs: old }, use(), true)).toBe(true);
  });

  test.each([
    ['the present ones', { schemaVersion: 3, generation: 5 }, { served: [] }, true],
    ['a later form', { schemaVersion: 4, generation: 5 }, {}, true],
    ['a later form of an earlier log', { schemaVersion: 4, generation: 4 }, {}, true],
    ['a later log', { schemaVersion: 3, generation: 6 }, {}, true],
    ['an earlier schema version of a later log', { schemaVersion: 2, generation: 6 }, {}, true],
    [
      'the previous schema version, while the current one is being built',
      { schemaVersion: 2, generation: 5 },
      {},
      false,
    ],
    ['the log before, soon after', { schemaVersion: 3, generation: 4 }, { beganMs: NOW - GRACE }, true],
  ])('never, or not yet: %s', (_, version, change, isLive) => {
    expect(canDropViews({ ...version, seenMs: old }, use(change), isLive)).toBe(false);
  });

  test('not while an owner reads them, nor while a replica serves them', () => {
    const before = { schemaVersion: 3, generation: 4 };
    expect(canDropViews({ ...before, seenMs: NOW - GRACE }, use(), true)).toBe(false);
    expect(canDropViews({ ...before, seenMs: old }, servedBy(3, 4), true)).toBe(false);
    expect(canDropViews({ ...before, seenMs: old }, servedBy(3, 4, NOW - GRACE), true)).toBe(false);
    expect(canDropViews({ ...before, seenMs: old }, servedBy(3, 4, old), true)).toBe(true);
    expect(canDropViews({ ...before, seenMs: old }, servedBy(2, 4), true)).toBe(true);
    // A replica of the previous release, during an upgrade.
    expect(canDropViews({ schemaVersion: 2, generation: 5, seenMs: old }, servedBy(2, 5), true)).toBe(false);
  });
});

describe('facts go', () => {
  test('of an earlier log, once they have not been used for the grace period', () => {
    expect(canDropFacts({ generation: 4, seenMs: old }, use())).toBe(true);
  });

  test.each([
    ['the present ones', { generation: 5, seenMs: old }, use({ served: [] })],
    ['a later log', { generation: 6, seenMs: old }, use()],
    ['soon after', { generation: 4, seenMs: old }, use({ beganMs: NOW - GRACE })],
    ['while an owner writes them', { generation: 4, seenMs: NOW - GRACE }, use()],
    ['while a replica serves them, in whichever form', { generation: 4, seenMs: old }, servedBy(1, 4)],
  ])('never, or not yet: %s', (_, found, inUse) => {
    expect(canDropFacts(found, inUse)).toBe(false);
  });
});
