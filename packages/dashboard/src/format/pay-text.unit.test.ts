import { expect, test } from '@jest/globals';
import { moneyIn } from './money.ts';
import { payText } from './pay-text.ts';

const pound = moneyIn('GBP');
test.each([
  [500, 500, 'day', `${pound(500)} a day (GBP)`],
  [null, 500, 'day', `up to ${pound(500)} a day (GBP)`],
  [500, null, 'month', `from ${pound(500)} a month (GBP)`],
  [12.5, 15, 'hour', `${pound(12.5)}–${pound(15)} an hour (GBP)`],
  [null, null, 'year', null],
] as const)('a pay from %p to %p by the %s is %s', (min, max, period, text) =>
  expect(payText({ min, max, currency: 'GBP', period })).toBe(text),
);
