import { expect, test } from '@jest/globals';
import type { MeasuredClaim, ReportResult } from '@skillstream/contracts';
import { rangeText, reportTables } from './report-tables.ts';

const said = { because: 'It is so read.' };
const cloud: MeasuredClaim = {
  ...said,
  id: 'cloud',
  says: 'Nearly three quarters of the roles ask for one of the large clouds.',
  expect: { between: { low: 0.7, high: 0.8 } },
  verdict: 'does-not-hold',
  share: { population: 1200, count: 300, share: 0.25, low: 0.226, high: 0.275 },
  parts: [{ name: 'aws', population: 1200, count: 240, share: 0.2, low: 0.178, high: 0.224 }],
};
const pay: MeasuredClaim = {
  ...said,
  id: 'pay',
  says: 'Clouds raise the pay.',
  expect: { moreThan: 1 },
  verdict: 'too-little-data',
  pay: [
    {
      region: 'Europe',
      population: 300,
      with: { count: 40, median: 90_500, low: 85_000, high: 95_000 },
      without: { count: 19, median: null, low: null, high: null },
      ratio: null,
      verdict: 'too-little-data',
    },
  ],
};
const response: ReportResult = {
  ...{ id: 'one', title: 'What is said', source: 'Somebody said it.', filter: { role: 'backend' } },
  population: 1200,
  claims: [cloud, pay],
  answeredFrom: { model: 'facts', caughtUp: true, viewVersion: null },
};

test('a claim shows its share with interval, what was claimed and the verdict; parts stand below it, indented', () => {
  const text = reportTables(response);
  expect(text).toContain('1,200 postings with role backend · from facts');
  expect(text).toMatch(
    /Nearly three .* │ 300 of 1,200 │ 25\.0 % │ 22\.6 % – 27\.5 % │ 70 % – 80 % │ does not hold/,
  );
  expect(text).toMatch(/│ {3}aws +│ 240 of 1,200 │ 20\.0 % │ 17\.8 % – 22\.4 % │ +│ +│/);
});

test('pay has a table of its own by region; a group without a median shows how many it holds', () => {
  const [shares, pays] = reportTables(response).split('\n\n').slice(1);
  expect(shares).not.toContain('raise the pay');
  expect(pays).toMatch(/Clouds raise the pay\. .*│ +> 1 │ too little data/);
  expect(pays).toMatch(
    / {3}Europe +│ +40 │ +90,500 │ 85,000 – 95,000 │ +19 │ +– │ +– │ +– │ too little data/,
  );
});

test('a report of shares alone has one table, and a claim that measures neither is passed over', () => {
  const unknown = { ...said, id: 'x', says: 'Later.', expect: {}, verdict: 'holds' } as const;
  expect(reportTables({ ...response, claims: [cloud, unknown] })).not.toMatch(/ratio|Later/);
});

test.each([
  [{ atLeast: 0.25 }, '≥ 25'],
  [{ moreThan: 0.6 }, '> 60'],
  [{ atMost: 0.125 }, '≤ 12.5'],
  [{ lessThan: 0.5 }, '< 50'],
  [{ between: { low: 0.7, high: 0.8 } }, '70 – 80'],
  [{}, ''],
])('the range %j is written %s', (range, text) => {
  expect(rangeText(range, (value) => String(value * 100))).toBe(text);
});
