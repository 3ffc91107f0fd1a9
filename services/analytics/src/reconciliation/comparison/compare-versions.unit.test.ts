import { expect, test } from '@jest/globals';
import type { PostingVersion, VersionCounts } from '@skillstream/contracts';
import fc from 'fast-check';
import { compareVersions, type FactVersion } from './compare-versions.ts';

type State = [version: number, retracted?: 'retracted'] | null;
type Row = [version: number, retracted?: 'retracted' | null, pending?: 'pending'] | null;

const rowsOf = (row: Row): PostingVersion[] =>
  row
    ? [
        {
          ...{ postingId: 'a', version: row[0] },
          ...{ retracted: row[1] === 'retracted', pending: row[2] === 'pending' },
        },
      ]
    : [];
const factsOf = (fact: State): FactVersion[] =>
  fact ? [{ postingId: 'a', version: fact[0], retracted: fact[1] === 'retracted', duplicate: false }] : [];

test.each<[string, Row, State, number | null, string | null, Partial<VersionCounts>]>([
  ['equal', [2], [2], null, null, {}],
  ['equal, both retracted', [2, 'retracted'], [2, 'retracted'], null, null, {}],
  ['no fact', [1], null, null, 'missing', {}],
  ['no fact of one that died', [1], null, 1, null, { deadLettered: 1 }],
  ['no fact of one that died at a version before', [2], null, 1, 'missing', {}],
  ['no fact of one that waits', [1, null, 'pending'], null, null, null, { pending: 1 }],
  ['no fact of a retracted one', [2, 'retracted'], null, null, null, { retractedWithoutFact: 1 }],
  ['no fact of a retraction that died', [2, 'retracted'], null, 2, null, { deadLettered: 1 }],
  ['an older fact', [3], [2], null, 'behind', {}],
  ['an older fact of one that died', [3], [2], 3, null, { deadLettered: 1 }],
  ['an older fact of one that waits', [3, null, 'pending'], [2], null, null, { pending: 1 }],
  ['a fact that lives on, of a retracted one', [3, 'retracted'], [2], null, 'behind', {}],
  ['a fact that lives on, at the version of the retraction', [2, 'retracted'], [2], null, 'behind', {}],
  ['a fact that lives on, and the retraction died', [3, 'retracted'], [2], 3, null, { deadLettered: 1 }],
  ['a retracted fact of one that came again', [3], [2, 'retracted'], null, 'behind', {}],
  ['an older retraction', [4, 'retracted'], [2, 'retracted'], null, 'behind', {}],
  ['a newer fact', [2], [3], null, 'too-much', {}],
  ['a newer fact of one that died before', [2], [3], 2, 'too-much', {}],
  ['a newer retraction', [2], [3, 'retracted'], null, 'too-much', {}],
  [
    'a newer fact of one that waits: it will be replaced',
    [2, null, 'pending'],
    [3],
    null,
    null,
    { pending: 1 },
  ],
  ['a fact of nothing', null, [1], null, 'too-much', {}],
  ['a retraction of nothing', null, [2, 'retracted'], null, 'too-much', {}],
  ['nothing at all', null, null, null, null, {}],
])(
  'differences are named, and everything else is counted separately: %s',
  (_, row, fact, died, kind, counted) => {
    const { counts, differences } = compareVersions(rowsOf(row), factsOf(fact), () => died);
    const none = { postings: row ? 1 : 0, pending: 0, deadLettered: 0, retractedWithoutFact: 0 };
    expect(counts).toEqual({ ...none, ...counted });
    const accepted = row && { version: row[0], retracted: row[1] === 'retracted' };
    const found = fact && { version: fact[0], retracted: fact[1] === 'retracted' };
    expect(differences).toEqual(kind ? [{ kind, postingId: 'a', accepted, counted: found }] : []);
  },
);

const state = { version: fc.integer({ min: 1, max: 4 }), retracted: fc.boolean() };
const byId = <T>(arbitrary: fc.Arbitrary<T>) =>
  fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), arbitrary, { maxKeys: 6 });
const fixtures = fc.record({
  // Of a replica of the release before a row does not say it.
  rows: byId(
    fc.record({ ...state, pending: fc.boolean(), duplicate: fc.constantFrom(undefined, true, false) }),
  ),
  facts: byId(fc.record({ ...state, duplicate: fc.boolean() })),
  died: byId(fc.integer({ min: 1, max: 4 })),
});
const listOf = <T>(byName: Record<string, T>) =>
  Object.entries(byName).map(([postingId, one]) => ({ postingId, ...one }));

test('every posting is compared once: it is equal, counted separately, or a named difference', () => {
  fc.assert(
    fc.property(fixtures, ({ rows, facts, died }) => {
      const [accepted, counted] = [listOf(rows), listOf(facts)];
      const { counts, differences } = compareVersions(accepted, counted, (id) => died[id] ?? null);
      const ids = differences.map(({ postingId }) => postingId);
      expect(new Set(ids).size).toBe(ids.length);
      const alike = accepted.filter(({ postingId, version, retracted, pending, duplicate }) => {
        const fact = facts[postingId];
        if (pending || fact?.version !== version || fact.retracted !== retracted) return false;
        return duplicate === undefined || duplicate === fact.duplicate;
      });
      const unknown = differences.filter((one) => one.accepted === null);
      const apart = counts.pending + counts.deadLettered + counts.retractedWithoutFact;
      expect(alike.length + apart + differences.length - unknown.length).toBe(accepted.length);
      expect(unknown.length).toBe(counted.filter(({ postingId }) => !rows[postingId]).length);
      for (const { postingId } of alike) expect(ids).not.toContain(postingId);
    }),
  );
});

test('postings that were published unchanged, in any order, have no differences once they are counted', () => {
  fc.assert(
    fc.property(fixtures, ({ rows, facts }) => {
      const before = compareVersions(listOf(rows), listOf(facts), () => null).differences;
      const repaired = Object.fromEntries(
        before.flatMap(({ kind, postingId, accepted }) =>
          kind !== 'too-much' && accepted ? [[postingId, { duplicate: false, ...accepted }]] : [],
        ),
      );
      const after = compareVersions(listOf(rows).reverse(), listOf({ ...facts, ...repaired }), () => null);
      expect(after.differences.map(({ postingId }) => postingId).sort()).toEqual(
        before
          .filter(({ kind }) => kind === 'too-much')
          .map(({ postingId }) => postingId)
          .sort(),
      );
    }),
  );
});

test.each<[string, boolean | undefined, boolean, boolean]>([
  ['a duplicate that is counted as the job', true, false, true],
  ['a job that is counted as a duplicate', false, true, true],
  ['a duplicate on both sides', true, true, false],
  ['a job on both sides', false, false, false],
  ['what a replica of the release before says nothing of', undefined, true, false],
])(
  'at the same version it is compared what a posting is of its job: %s',
  (_, duplicate, isFound, differs) => {
    const row = { postingId: 'a', version: 2, retracted: false, pending: false, duplicate };
    const fact = { postingId: 'a', version: 2, retracted: false, duplicate: isFound };
    const compared = (change: Partial<PostingVersion>) => {
      const { counts, differences } = compareVersions([{ ...row, ...change }], [fact], () => null);
      return { pending: counts.pending, differences };
    };
    const stateOf = (is: boolean | undefined) => ({ version: 2, retracted: false, duplicate: is });
    const difference = {
      kind: 'behind',
      postingId: 'a',
      accepted: stateOf(duplicate),
      counted: stateOf(isFound),
    };
    expect(compared({})).toEqual({ pending: 0, differences: differs ? [difference] : [] });
    expect(compared({ pending: true })).toEqual({ pending: 1, differences: [] });
  },
);

test('of what a replica of the release before says nothing of the response says nothing either', () => {
  const fact = { postingId: 'a', version: 1, retracted: false, duplicate: true };
  const { differences } = compareVersions(rowsOf([2]), [fact], () => null);
  expect(differences.map(({ accepted, counted }) => [accepted, counted])).toStrictEqual([
    [
      { version: 2, retracted: false },
      { version: 1, retracted: false },
    ],
  ]);
});

test.each([
  ['that is counted is no difference', [2], []],
  ['that is not counted is one, which nobody can repair by publishing', null, [{ kind: 'missing' }]],
])('an expired posting %s', (_, fact, differences) => {
  const expiredAt = '2026-11-30T00:00:00.000Z';
  const found = compareVersions(
    rowsOf([2]).map((row) => ({ ...row, expiredAt })),
    factsOf(fact as State),
    () => null,
  );
  expect(found.counts).toMatchObject({ postings: 1, expired: 1 });
  expect(found.differences).toMatchObject(differences.map((one) => ({ ...one, expiredAt })));
});
