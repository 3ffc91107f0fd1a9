import { describe, expect, test } from '@jest/globals';
import { readAmount } from './amount.ts';
import { isUnclearText, readSalary, salaryTextOf } from './salary.ts';

describe('an amount', () => {
  test.each([
    ['60000', 60_000],
    ['60,000', 60_000],
    ['60.000', 60_000],
    ['60,000.50', 60_000.5],
    ['60.000,50', 60_000.5],
    ['60 000', 60_000],
    ["60'000", 60_000],
    ['60000.0', 60_000],
    ['17,5', 17.5],
    ['60k', 60_000],
    ['0.125', null],
    ['1.234.567', 1_234_567],
    ['viel', null],
    ['-5', null],
    ['', null],
    ['9'.repeat(60), null],
  ])('as %j is %p', (text, value) => expect(readAmount(text)).toBe(value));
});

describe('a pay', () => {
  const eur = { min: 60_000, max: 80_000, currency: 'EUR', period: 'year' };
  test.each([
    [{ min: '60.000', max: '80.000', currency: 'EUR', period: 'yearly' }, eur],
    [{ min: '60000', max: '80000', currency: '€' }, eur],
    [
      { min: '0', max: '80000', currency: 'eur' },
      { max: 80_000, currency: 'EUR', period: 'year' },
    ],
    [
      { min: '25', currency: 'USD', period: 'per hour' },
      { min: 25, currency: 'USD', period: 'hour' },
    ],
    // Without a currency or a period nobody knows what it is.
    [{ min: '60000' }, null],
    [{ min: '25', currency: 'EUR' }, null],
    // Czech pay is by the month, and no posting can be paid every two weeks.
    [{ min: '45000', max: '60000', currency: 'CZK' }, null],
    [{ min: '3000', currency: 'USD', period: 'BIWEEKLY' }, null],
    [{}, null],
    [
      { min: '36.058', max: '40.125', currency: 'USD', period: 'hourly' },
      { min: 36.05, max: 40.12, currency: 'USD', period: 'hour' },
    ],
    [
      { min: '1.250', currency: 'JPY', period: 'hour' },
      { min: 1250, currency: 'JPY', period: 'hour' },
    ],
  ])('as %j is %j', (cells, salary) => expect(readSalary(cells)).toEqual(salary));

  test.each([
    [{ text: '€60k–80k', currency: 'EUR' }, '€60k–80k'],
    [{ text: '60-80k', currency: 'EUR', period: 'year' }, 'EUR 60-80k / year'],
    [{ text: 'competitive' }, 'competitive'],
    [{ currency: 'EUR' }, undefined],
    [{ min: '45000', max: '60000', currency: 'CZK' }, 'CZK 45000 - 60000'],
    [{ text: '12000', currency: 'CHF', period: 'monthly' }, 'CHF 12000 / month'],
    [{ min: '3000', currency: 'USD', period: 'BIWEEKLY' }, undefined],
  ])('in words as %j goes over as %j', (cells, words) => expect(salaryTextOf(cells)).toBe(words));

  test.each([
    [{ text: '60-70k' }, true],
    [{ text: '60-70k', currency: 'EUR' }, false],
    [{ text: '60-70k Euro' }, false],
    [{ text: '€60k–80k' }, false],
    [{ text: '6.500' }, true],
    [{ text: '6.500', currency: 'EUR' }, true],
    [{ text: '6.500', currency: 'EUR', period: 'month' }, false],
    [{ text: '52,5', currency: 'EUR' }, true],
    [{ text: '52.500 €' }, false],
    [{ text: 'ab 4.200 € im Monat' }, false],
    [{ text: 'TVöD E13' }, true],
    [{ text: 'nach Vereinbarung' }, true],
    [{ text: 'nach Vereinbarung', currency: 'EUR' }, true],
    [{ min: '45000', max: '60000', currency: 'CZK' }, false],
    [{ min: '4500', max: '5200', currency: 'EUR' }, true],
    [{ max: '5200', currency: 'EUR' }, true],
    [{ min: '0', max: '15000', currency: 'EUR' }, false],
    [{ min: '4500', max: '5200', currency: 'EUR', period: 'month' }, false],
    [{ text: '25 kr/h' }, false],
    [{ text: 'Rp 120.000.000' }, false],
    [{ min: '120000000', currency: 'IDR' }, false],
  ])('in words as %j is not understood: %p', (cells, isUnclear) =>
    expect(isUnclearText(salaryTextOf(cells)!, cells)).toBe(isUnclear),
  );
});
