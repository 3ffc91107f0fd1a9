import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parse } from 'yaml';
import { countingContribution } from '../../../test/contributions.ts';
import { recountReport, type WrittenReport } from '../../../test/recount-report.ts';
import { smallReport } from '../../../test/small-report.ts';
import type { ReportedPosting } from './condition.ts';
import { parseReports } from './parse-reports.ts';
import { createReportCounts } from './report-counts.ts';

const [report] = parseReports({ 'small.yaml': smallReport });
const measured = (postings: ReportedPosting[]) => {
  const counter = createReportCounts(report!);
  for (const posting of postings) counter.add(posting);
  return counter.result();
};
const claims = (postings: ReportedPosting[]) =>
  Object.fromEntries(measured(postings).claims.map((claim) => [claim.id, claim]));

const posting = (change: Partial<ReportedPosting> = {}): ReportedPosting => ({
  ...{ country: 'DE', workplace: 'remote', skills: ['go'], categories: ['languages'], salaryUsd: null },
  ...change,
});
const times = (n: number, make: (i: number) => ReportedPosting) =>
  Array.from({ length: n }, (_, i) => make(i));

test('one pass gives the same as a recount of each number, in any order', () => {
  fc.assert(
    fc.property(fc.array(countingContribution, { maxLength: 120 }), (postings) => {
      const result = measured(postings);
      expect(result.population).toBe(postings.length);
      expect(result.claims).toMatchObject(recountReport(parse(smallReport) as WrittenReport, postings));
      expect(measured(postings.toReversed())).toEqual(result);
    }),
  );
});

test('an empty population is measured, and has no verdict', () => {
  const { population, claims } = measured([]);
  expect(population).toBe(0);
  expect(new Set(claims.map(({ verdict }) => verdict))).toEqual(new Set(['too-little-data']));
  expect(claims[0]).toMatchObject({ share: { population: 0, count: 0, share: null } });
});

test.each([
  [29, 'too-little-data'],
  [30, 'holds'],
])('%d postings that all agree: %s', (n, verdict) => {
  expect(claims(times(n, () => posting()))['skill']).toMatchObject({
    verdict,
    share: { count: n, share: 1 },
  });
});

test('whether a claim about a part of the population has enough data depends on the size of that part', () => {
  const some = times(29, () => posting({ skills: ['sql'], workplace: 'onsite' }));
  const found = claims([...some, ...times(100, () => posting())])['remote'];
  expect(found).toMatchObject({ verdict: 'too-little-data', share: { population: 29, count: 29 } });
});

const paid = (n: number, skills: string[], first: number, country = 'DE') =>
  times(n, (i) => posting({ skills, salaryUsd: first + i * 100, country }));

test.each([
  ['wholly above', 200_000, 100_000, 'holds'],
  ['wholly below', 100_000, 200_000, 'does-not-hold'],
  ['overlapping', 100_100, 100_000, 'too-little-data'],
])('pay with the skill %s: %d against %d %s', (_, withGo, without, verdict) => {
  const pay = claims([...paid(40, ['go'], withGo), ...paid(40, ['rust'], without)])['pay']!.pay!;
  expect(pay.map((one) => [one.region, one.population, one.verdict])).toEqual([
    ['Here', 80, verdict],
    ['There', 0, 'too-little-data'],
    ['Everywhere', 80, verdict],
  ]);
});

test('the interval of the ratio of medians is as wide as their intervals allow', () => {
  const [here] = claims([...paid(21, ['go'], 200_000), ...paid(21, ['rust'], 100_000)])['pay']!.pay!;
  expect(here).toEqual({
    region: 'Here',
    population: 42,
    with: { count: 21, median: 201_000, low: 200_500, high: 201_500 },
    without: { count: 21, median: 101_000, low: 100_500, high: 101_500 },
    ratio: { ratio: 201 / 101, low: 200.5 / 101.5, high: 201.5 / 100.5 },
    verdict: 'holds',
  });
});

test('fewer than 20 salaries give their number, and no median', () => {
  const none = { median: null, low: null, high: null };
  const [here] = claims([...paid(19, ['go'], 200_000), ...paid(20, ['rust'], 100_000)])['pay']!.pay!;
  expect(here).toMatchObject({ with: { count: 19, ...none }, without: { count: 20, median: 100_950 } });
  expect(here).toMatchObject({ ratio: null, verdict: 'too-little-data' });
});

test('a posting without a stated salary, or with a salary of 0, counts only in the population', () => {
  const unpaid = times(50, (i) => posting({ salaryUsd: i % 2 ? 0 : null }));
  expect(claims(unpaid)['pay']!.pay![0]).toMatchObject({ population: 50, with: { count: 0 } });
});

test('a pay claim holds when it holds in every region, and is refuted by one', () => {
  const everywhere = (inUs: number) => [
    ...paid(40, ['go'], 200_000),
    ...paid(40, ['rust'], 100_000),
    ...paid(40, ['go'], inUs, 'US'),
    ...paid(40, ['rust'], 100_000, 'US'),
  ];
  expect(claims(everywhere(200_000))['pay']!.verdict).toBe('holds');
  expect(claims(everywhere(50_000))['pay']!.verdict).toBe('does-not-hold');
});
