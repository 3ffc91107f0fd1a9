import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { appendWrite, decideRetraction, isUnchanged, isWriteApplied, WRITES_REMEMBERED } from './decide.ts';

const live = { version: 3, contentHash: 'a', retracted: false, writes: ['w'] };
const gone = { version: 4, contentHash: null, retracted: true, writes: ['w'] };

describe('an arriving posting', () => {
  test.each([
    ['changes nothing when its content is the same', live, 'a', true],
    ['replaces the version it differs from', live, 'b', false],
    ['comes back as a new version after a retraction', { ...gone, contentHash: 'a' }, 'a', false],
  ])('%s', (_name, present, hash, unchanged) => expect(isUnchanged(present, hash)).toBe(unchanged));
});

describe('a retraction', () => {
  test.each([
    ['of nothing is unknown', null, 'any', 'unknown'],
    ['without a condition applies', live, 'any', 'retract'],
    ['of the version it names applies', live, [3], 'retract'],
    ['of an older version is stale', live, [2], 'stale'],
    ['repeated is repeated', gone, 'any', 'repeated'],
    ['repeated with its first condition is repeated', gone, [3], 'repeated'],
    ['of a version before that is stale', gone, [2], 'stale'],
  ] as const)('%s', (_name, present, condition, decision) =>
    expect(decideRetraction(present, condition)).toBe(decision),
  );
});

test('a write knows whether it succeeded, however many of the last ones came on top', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 30 }),
      fc.integer({ min: 0, max: WRITES_REMEMBERED - 1 }),
      (mine, later) => {
        const versions = Array.from({ length: mine + later }, (_, i) => `w${i + 1}`);
        const writes = versions.reduce<string[]>((before, id) => appendWrite(before, id), []);
        const state = { version: mine + later, writes };
        expect(isWriteApplied(state, mine, `w${mine}`)).toBe(true);
        expect(isWriteApplied(state, mine, 'other')).toBe(false);
        expect(isWriteApplied(state, mine + later + 1, `w${mine}`)).toBe(false);
      },
    ),
  );
});
