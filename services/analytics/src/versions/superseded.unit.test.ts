import { describe, expect, test } from '@jest/globals';
import { factsMayGo, viewsMayGo, type InUse } from './superseded.ts';

const NOW = 1_000_000;
const GRACE = 1000;
const use = (change: Partial<InUse> = {}): InUse => ({
  present: { form: 3, generation: 5 },
  beganMs: NOW - GRACE - 1,
  served: [{ form: 3, generation: 5, seenMs: NOW }],
  nowMs: NOW,
  graceMs: GRACE,
  ...change,
});
const old = NOW - GRACE - 1;
const servedBy = (form: number, generation: number, seenMs = NOW) =>
  use({ served: [{ form, generation, seenMs }] });

describe('views go', () => {
  test.each([
    ['of the log before', { form: 3, generation: 4 }],
    ['of a log long ago, in a form long ago', { form: 1, generation: 1 }],
    ['of the form before', { form: 2, generation: 5 }],
  ])('%s, once nobody has had to do with them for the grace', (_, version) => {
    expect(viewsMayGo({ ...version, seenMs: old }, use(), true)).toBe(true);
  });

  test.each([
    ['the present ones', { form: 3, generation: 5 }, { served: [] }, true],
    ['a later form', { form: 4, generation: 5 }, {}, true],
    ['a later form of an earlier log', { form: 4, generation: 4 }, {}, true],
    ['a later log', { form: 3, generation: 6 }, {}, true],
    ['an earlier form of a later log', { form: 2, generation: 6 }, {}, true],
    ['the form before, while the present one is being built', { form: 2, generation: 5 }, {}, false],
    ['the log before, soon after', { form: 3, generation: 4 }, { beganMs: NOW - GRACE }, true],
  ])('never, or not yet: %s', (_, version, change, isLive) => {
    expect(viewsMayGo({ ...version, seenMs: old }, use(change), isLive)).toBe(false);
  });

  test('not while an owner looks at them, nor while a replica serves them', () => {
    const before = { form: 3, generation: 4 };
    expect(viewsMayGo({ ...before, seenMs: NOW - GRACE }, use(), true)).toBe(false);
    expect(viewsMayGo({ ...before, seenMs: old }, servedBy(3, 4), true)).toBe(false);
    expect(viewsMayGo({ ...before, seenMs: old }, servedBy(3, 4, NOW - GRACE), true)).toBe(false);
    expect(viewsMayGo({ ...before, seenMs: old }, servedBy(3, 4, old), true)).toBe(true);
    expect(viewsMayGo({ ...before, seenMs: old }, servedBy(2, 4), true)).toBe(true);
    // A replica of the release before, while an upgrade is under way.
    expect(viewsMayGo({ form: 2, generation: 5, seenMs: old }, servedBy(2, 5), true)).toBe(false);
  });
});

describe('facts go', () => {
  test('of an earlier log, once nobody has had to do with them for the grace', () => {
    expect(factsMayGo({ generation: 4, seenMs: old }, use())).toBe(true);
  });

  test.each([
    ['the present ones', { generation: 5, seenMs: old }, use({ served: [] })],
    ['a later log', { generation: 6, seenMs: old }, use()],
    ['soon after', { generation: 4, seenMs: old }, use({ beganMs: NOW - GRACE })],
    ['while an owner writes them', { generation: 4, seenMs: NOW - GRACE }, use()],
    ['while a replica serves them, in whichever form', { generation: 4, seenMs: old }, servedBy(1, 4)],
  ])('never, or not yet: %s', (_, found, inUse) => {
    expect(factsMayGo(found, inUse)).toBe(false);
  });
});
