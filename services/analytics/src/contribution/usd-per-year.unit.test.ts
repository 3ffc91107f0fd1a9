import { expect, test } from '@jest/globals';
import { usdPerYear } from './usd-per-year.ts';

const salary = (
  min: number | null,
  max: number | null,
  currency = 'USD',
  period: 'year' | 'month' | 'week' | 'day' | 'hour' = 'year',
) => ({ min, max, currency, period });

test.each([
  ['no salary', null, null],
  ['neither end', salary(null, null), null],
  ['a currency without a rate', salary(1, 2, 'XAU'), null],
  ['the middle of both ends', salary(100_000, 150_000), 125_000],
  ['the lower end alone', salary(90_000, null), 90_000],
  ['the upper end alone', salary(null, 90_000), 90_000],
  ['a salary of nothing', salary(0, 0), 0],
  ['12 months', salary(5000, 5000, 'USD', 'month'), 60_000],
  ['52 weeks', salary(1000, 1000, 'USD', 'week'), 52_000],
  ['260 days', salary(400, 400, 'USD', 'day'), 104_000],
  ['2,080 hours', salary(50, 50, 'USD', 'hour'), 104_000],
  ['more than anybody is paid', salary(1e308, 1e308, 'USD', 'hour'), 1e9],
  ['another currency', salary(50_000, 70_000, 'EUR'), 64_800],
  ['another currency by the month, to the dollar', salary(1_000_001, 1_000_001, 'INR', 'month'), 144_000],
])('US dollars a year: %s', (_, given, expected) => {
  expect(usdPerYear(given)).toBe(expected);
});
