import { expect, test } from '@jest/globals';
import type { ReconciliationPage, VersionDifference } from '@skillstream/contracts';
import { ASKED_AT_MOST, differing, reconcile } from './reconcile.ts';
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

const run = async (pages: Record<string, ReconciliationPage[]>) => {
  const asked: (string | null)[] = [];
  const seen: ReconciliationPage[] = [];
  const progress: number[] = [];
  const found = await reconcile({
    page: async (after) => {
      asked.push(after);
      const answers = pages[String(after)]!;
      return answers.length > 1 ? answers.shift()! : answers[0]!;
    },
    onPage: (page) => void seen.push(page),
    onProgress: (postings) => void progress.push(postings),
  });
  return { found, asked, seen, progress };
};

test('all pages are asked for, one after the other, and added up', async () => {
  const { found, asked, seen, progress } = await run({
    null: [pageOf('m', [difference('missing'), difference('behind')])],
    m: [pageOf('x')],
    x: [pageOf(null, [difference('too-much')])],
  });
  expect(asked).toEqual([null, 'm', 'x']);
  expect(progress).toEqual([10, 20, 30]);
  expect(seen).toHaveLength(3);
  expect(found).toMatchObject({
    ...{ postings: 30, pending: 3, deadLettered: 6, retractedWithoutFact: 9 },
    ...{ missing: 1, behind: 1, tooMuch: 1, undecided: 0 },
  });
  expect(differing(found)).toBe(3);
});

test('a page that does not settle is asked for again, and shown once', async () => {
  const unsettled = pageOf(null, [difference('missing')], false);
  const { found, asked, seen } = await run({ null: [unsettled, pageOf(null)] });
  expect([asked.length, seen.length, differing(found)]).toEqual([2, 1, 0]);
});

test('what never settles is undecided, and neither right nor missing', async () => {
  const { found, asked } = await run({ null: [pageOf(null, [difference('missing')], false)] });
  expect(asked).toHaveLength(ASKED_AT_MOST);
  expect(found).toMatchObject({ missing: 0, undecided: 1, postings: 10 });
  expect(differing(found)).toBe(1);
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
