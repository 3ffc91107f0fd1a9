import { expect, test } from '@jest/globals';
import type { CompareSkillsResult, TrendResult } from '@skillstream/contracts';
import { compareSkillsTable } from './comparison-tables.ts';
import { monthRows } from './month-rows.ts';
import { trendTable } from './tables.ts';

const share = { population: 4, count: 1, share: 0.25, low: 0.1, high: 0.5 };
const answeredFrom = { model: 'facts', caughtUp: true, viewVersion: null } as const;

test.each([
  [
    ['2026-02', '2026-04'],
    ['2026-02', 'none in 2026-03', '2026-04'],
  ],
  [
    ['2025-11', '2026-02'],
    ['2025-11', 'none in 2025-12 – 2026-01', '2026-02'],
  ],
  [
    ['2025-12', '2026-01'],
    ['2025-12', '2026-01'],
  ],
  [['2026-02'], ['2026-02']],
  [
    ['2026-01', 'x', '2026-99', '2026-04'],
    ['2026-01', 'x', '2026-99', '2026-04'],
  ],
  [[], []],
])('the months %j are the rows %j', (months, rows) => {
  const named = months.map((month) => ({ month }));
  const said = monthRows(
    named,
    ({ month }) => [month],
    (name) => [`none in ${name}`],
  );
  expect(said.flat()).toEqual(rows);
});

test('a trend has a row for months without postings', () => {
  const months = ['2026-02', '2026-04'].map((month) => ({ ...share, month }));
  const result: TrendResult = { skillId: 'go', filter: {}, months, answeredFrom };
  expect(trendTable(result)).toMatch(/2026-02 [^]*\n│ 2026-03 +│ +0 of 0 │ +– │ +– │ +│?[^]*2026-04 /);
});

test('so have the months of two skills side by side', () => {
  const pay = { count: 0, p10: null, p25: null, median: null, p75: null, p90: null };
  const side = (skillId: string) => ({ ...share, skillId, pay });
  const result: CompareSkillsResult = {
    ...{ filter: {}, a: side('go'), b: side('rust'), answeredFrom },
    months: ['2026-02', '2026-04'].map((month) => ({ month, a: share, b: share })),
  };
  expect(compareSkillsTable(result)).toMatch(/2026-02 [^]*\n│ 2026-03 +│ +– │ +– │[^]*2026-04 /);
});
