import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { salaryInText as findSalary } from './salary-in-text.ts';
import { salaryOf } from './salary.ts';

const salaryInText = (text: string, country: string | null) => findSalary(text, country)?.salary ?? null;

describe('a salary in the text', () => {
  test.each([
    ['We pay $120k–$150k.', 120_000, 150_000, 'USD', 'year'],
    ['£60,000 - £80,000 per annum', 60_000, 80_000, 'GBP', 'year'],
    ['€65k plus bonus', 65_000, 65_000, 'EUR', 'year'],
    ['$60/hour', 60, 60, 'USD', 'hour'],
    ['$17.00 – $22.00 per hour', 17, 22, 'USD', 'hour'],
    ['£450 per day', 450, 450, 'GBP', 'day'],
    ['60-80k EUR', 60_000, 80_000, 'EUR', 'year'],
    ['55.000 - 70.000 €', 55_000, 70_000, 'EUR', 'year'],
    ['£40-60k + options + bonus', 40_000, 60_000, 'GBP', 'year'],
    ['£60-100,000', 60_000, 100_000, 'GBP', 'year'],
    ['Salary: $95,000', 95_000, 95_000, 'USD', 'year'],
    ['CHF 6000 - 9000 monthly', 6000, 9000, 'CHF', 'month'],
    ['C$90k - C$110k', 90_000, 110_000, 'CAD', 'year'],
    ['Raised $20 million. Pay $100k-$120k', 100_000, 120_000, 'USD', 'year'],
  ])('%s', (text, min, max, currency, period) => {
    expect(salaryInText(text, null)).toEqual({ min, max, currency, period });
  });

  test.each([
    'We raised $400k in seed funding',
    '$5M ARR',
    'a £500 personal development budget',
    '$10k sign-on bonus',
    'a prize of $100,000',
    '£100bn market',
    '¥500,000',
    '120k users',
  ])('%s is none', (text) => {
    expect(salaryInText(text, null)).toBeNull();
  });

  test('a bare dollar is the dollar of the country', () => {
    expect(salaryInText('$100k-$120k', 'CA')?.currency).toBe('CAD');
    expect(salaryInText('$100k-$120k', 'US')?.currency).toBe('USD');
  });

  test('no text makes it throw, and what it finds is in order and positive', () => {
    const fragment = fc.constantFrom(
      '$',
      '£',
      '€',
      'k',
      '-',
      ' ',
      ',',
      '.',
      '1',
      '20',
      '300',
      '4000',
      'EUR',
      '/hour',
      'per year',
    );
    fc.assert(
      fc.property(fc.array(fragment, { maxLength: 20 }), (fragments) => {
        const salary = salaryInText(fragments.join(''), null);
        if (salary !== null) expect(0 < salary.min! && salary.min! <= salary.max!).toBe(true);
      }),
    );
  });
});

describe('the words of the field for pay', () => {
  test('go before the description, even where they are unclear', () => {
    expect(salaryOf({ salaryText: '€60k – €75k' }, '$100k-$120k', null)).toEqual({
      salary: { min: 60_000, max: 75_000, currency: 'EUR', period: 'year' },
      by: { from: 'field', confidence: 'stated' },
    });
    expect(salaryOf({ salaryText: '60 to 75' }, '$100k-$120k', null)).toMatchObject({ salary: null });
  });

  test('leave it to the description where they have no number', () => {
    expect(salaryOf({ salaryText: 'Competitive' }, '$100k-$120k', null)).toMatchObject({
      salary: { min: 100_000 },
    });
  });
});

describe('a stated salary', () => {
  test('takes precedence over the text, and its currency is upper-cased', () => {
    expect(
      salaryOf({ salary: { min: 50_000, currency: 'eur', period: 'year' } }, '$100k-$120k', null),
    ).toEqual({
      salary: { min: 50_000, max: null, currency: 'EUR', period: 'year' },
      by: null,
    });
  });

  test('without an amount leaves it to the text', () => {
    const stated = { min: 0, max: 0, currency: 'USD', period: 'year' } as const;
    expect(salaryOf({ salary: stated }, 'no pay named', null)).toEqual({ salary: null, by: null });
  });

  test('of an unknown currency and with swapped ends has both issues', () => {
    expect(salaryOf({ salary: { min: 2, max: 1, currency: 'QQQ', period: 'hour' } }, '', null)).toEqual({
      faults: [
        { path: 'salary.currency', message: 'QQQ is no ISO 4217 currency' },
        { path: 'salary.min', message: 'is above salary.max' },
      ],
    });
  });
});
