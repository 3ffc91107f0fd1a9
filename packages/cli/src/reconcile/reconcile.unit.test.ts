import { describe, expect, test } from '@jest/globals';
import type { ReconciliationPage, VersionDifference } from '@skillstream/contracts';
import { MAX_REPEATS, differing, reconcile } from './reconcile.ts';
import { reconciliationVerdict, versionLine, versionLines } from './words.ts';

const difference = (kind: VersionDifference['kind'], postingId = 'a.1'): VersionDifference => ({
  ...{ kind, postingId },
  accepted: kind === 'too-much' ? null : { version: 3, retracted: kind === 'behind' },
  counted: kind === 'missing' ? null : { version: 2, retracted: false },
});
const pageOf = (
  next: string | null,
  differences: VersionDifference[] = [],
  settled = true,
): ReconciliationPage => ({
  counts: { postings: 10, pending: 1, deadLettered: 2, retractedWithoutFact: 3 },
  ...{ differences, settled, next },
});

const run = async (pages: Record<string, ReconciliationPage[]>, again: ReconciliationPage[] = []) => {
  const asked: (string | null)[] = [];
  const named: string[][] = [];
  const real: string[] = [];
  const progress: number[] = [];
  const found = await reconcile({
    page: async (after) => {
      asked.push(after);
      const responses = pages[String(after)]!;
      return responses.length > 1 ? responses.shift()! : responses[0]!;
    },
    named: async (postingIds) => {
      named.push(postingIds);
      return again.length > 1 ? again.shift()! : again[0]!;
    },
    onReal: (differences) => void real.push(...differences.map(({ postingId }) => postingId)),
    onProgress: (postings) => void progress.push(postings),
  });
  return { found, asked, named, real, progress };
};

test('all pages are asked for, one after the other, and added up', async () => {
  const { found, asked, named, real, progress } = await run({
    null: [pageOf('m', [difference('missing'), difference('behind', 'a.2')])],
    m: [pageOf('x')],
    x: [pageOf(null, [difference('too-much', 'x.1')])],
  });
  expect(asked).toEqual([null, 'm', 'x']);
  expect([named, real]).toEqual([[], ['a.1', 'a.2', 'x.1']]);
  expect(progress).toEqual([10, 20, 30]);
  expect(found).toMatchObject({
    ...{ postings: 30, pending: 3, deadLettered: 6, retractedWithoutFact: 9 },
    ...{ missing: 1, behind: 1, tooMuch: 1, undecided: 0 },
  });
  expect(differing(found)).toBe(3);
});

describe('what is not settled', () => {
  const unsettled = pageOf(null, [difference('missing'), difference('missing', 'a.2')], false);
  const moved = (counted: number): VersionDifference => ({
    ...difference('behind'),
    ...{ accepted: { version: 9, retracted: false }, counted: { version: counted, retracted: false } },
  });

  test('is asked for again by its id alone, and is none where it is alike by then', async () => {
    const { found, asked, named } = await run({ null: [unsettled] }, [pageOf(null)]);
    expect([asked, named]).toEqual([[null], [['a.1', 'a.2']]]);
    expect([differing(found), found.postings]).toEqual([0, 10]);
  });

  test('is none where the posting moves on, once it is counted at the version that it had', async () => {
    const { found, named } = await run({ null: [unsettled] }, [
      pageOf(null, [moved(2)], false),
      pageOf(null, [moved(3)], false),
    ]);
    expect(named).toEqual([['a.1', 'a.2'], ['a.1']]);
    expect(found).toMatchObject({ undecided: 0, differences: [] });
  });

  test('is real where it is settled by then, and can be repaired', async () => {
    const { found, real } = await run({ null: [unsettled] }, [pageOf(null, [difference('missing', 'a.2')])]);
    expect(real).toEqual(['a.2']);
    expect(found).toMatchObject({ missing: 1, undecided: 0, differences: [difference('missing', 'a.2')] });
  });

  test('is a doubt where it never settles, asked for a few times, and neither right nor missing', async () => {
    const { found, named, real } = await run({ null: [unsettled] }, [unsettled]);
    expect([named.length, real]).toEqual([MAX_REPEATS, []]);
    expect(found).toMatchObject({ missing: 0, undecided: 2, postings: 10 });
    expect(reconciliationVerdict(found)).toContain(
      '2 are not counted at the version that they had, and may be on their way: consumers lag',
    );
  });

  test('of very many a thousand are asked for again, a hundred at a time, and all are counted', async () => {
    const many = Array.from({ length: 1500 }, (_, i) => difference('missing', `a.${i}`));
    const { found, named } = await run({ null: [pageOf(null, many, false)] }, [pageOf(null)]);
    expect(named.map((ids) => ids.length)).toEqual(Array(10).fill(100));
    expect([found.undecided, found.differences.length]).toEqual([500, 0]);
  });
});

test('jobs of which not one posting counts are differences, and are named', async () => {
  const wrong = { job: 'a.1:1', primaries: 2 };
  const { found } = await run({
    null: [{ ...pageOf('m'), jobs: { checked: 3, differences: [] } }],
    m: [{ ...pageOf(null), jobs: { checked: 4, differences: [wrong, { job: 'a.2:1', primaries: 0 }] } }],
  });
  expect([found.jobs, differing(found)]).toEqual([7, 2]);
  expect(versionLines(found)).toEqual([
    'job a.1:1: 2 postings count for it',
    'job a.2:1: no posting counts for it',
  ]);
  expect(reconciliationVerdict(found)).toContain('7 jobs of several postings checked, 2 differences');
});

test('of many differences a thousand are kept, and all are counted', async () => {
  const many = Array.from({ length: 700 }, (_, i) => difference('missing', `a.${i}`));
  const { found } = await run({ null: [pageOf('m', many)], m: [pageOf(null, many)] });
  expect([found.missing, found.differences.length]).toEqual([1400, 1000]);
  expect(versionLines(found).at(-1)).toBe('and 400 more');
});

test.each<[VersionDifference['kind'], string]>([
  ['missing', 'missing: a.1: accepted version 3, counted nothing'],
  ['behind', 'behind: a.1: accepted version 3, retracted, counted version 2'],
  ['too-much', 'too much: a.1: accepted nothing, counted version 2'],
])('a posting that is %s is named with what both sides have', (kind, line) => {
  expect(versionLine(difference(kind))).toBe(line);
});

test.each<[boolean, boolean, string]>([
  [true, false, 'accepted version 3 as a duplicate, counted version 3 as the job'],
  [false, true, 'accepted version 3 as the job, counted version 3 as a duplicate'],
  [true, true, 'accepted version 3, counted version 3'],
])('what a posting is of its job is said where the sides differ: %s, %s', (accepted, counted, line) => {
  const stateOf = (duplicate: boolean) => ({ version: 3, retracted: false, duplicate });
  const found = { ...difference('behind'), accepted: stateOf(accepted), counted: stateOf(counted) };
  expect(versionLine(found)).toBe(`behind: a.1: ${line}`);
});

test('the verdict says what to do about each kind, and what is none', async () => {
  const kinds = ['missing', 'behind', 'too-much'] as const;
  const { found } = await run({
    null: [
      pageOf(
        null,
        kinds.map((kind) => difference(kind)),
      ),
    ],
  });
  expect(reconciliationVerdict(found).split('\n')).toEqual([
    '10 postings reconciled, 3 differences (1 waits to be published, 2 are dead letters, ' +
      '3 were retracted, and nothing is left of them: no differences)',
    '2 are missing or behind: skillstream repair has them published again',
    '1 is counted, and ingestion does not have it like that: publishing cannot repair it, send it again',
  ]);
  const nothing = { postings: 0, pending: 0, deadLettered: 0, retractedWithoutFact: 0 };
  const none = await run({ null: [{ ...pageOf(null), counts: nothing }] });
  expect(reconciliationVerdict(none.found)).toBe('0 postings reconciled, 0 differences');
});

test('expired postings are no difference; one that differs is named with its date', async () => {
  const counts = { postings: 10, pending: 0, deadLettered: 0, retractedWithoutFact: 0, expired: 2 };
  const lost = { ...difference('missing'), expiredAt: '2026-11-30T00:00:00.000Z' };
  const { found } = await run({
    null: [{ ...pageOf('m'), counts }],
    m: [{ ...pageOf(null, [lost]), counts }],
  });
  expect(found).toMatchObject({ missing: 1, withoutText: 1 });
  expect(reconciliationVerdict(found)).toContain(
    '1 is missing or behind, and its text has expired: publishing cannot',
  );
  expect(reconciliationVerdict(found)).not.toContain('skillstream repair');
  const both = await run({ null: [pageOf(null, [lost, difference('behind', 'a.2')])] });
  expect(reconciliationVerdict(both.found)).toContain('\n1 is missing or behind: skillstream repair has it');
  expect(reconciliationVerdict(found)).toContain('(4 have expired, and are counted without their text');
  expect(versionLines(found)).toEqual([
    'missing: a.1: accepted version 3, counted nothing, expired on 2026-11-30: its text is gone',
  ]);
});
