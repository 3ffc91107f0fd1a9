import { describe, expect, test } from '@jest/globals';
import { readFile } from '../testing.ts';
import { unitOf } from './salary-unit.ts';

test.each([
  ['Salary (EUR)', { currency: 'EUR' }],
  ['salary (eur)', { currency: 'eur' }],
  ['Salary [€/h]', { currency: '€', period: '/h' }],
  ['Gehalt (EUR/Jahr)', { currency: 'EUR', period: '/Jahr' }],
  ['Gehalt (brutto, Euro p.a.)', { currency: 'Euro', period: '/p.a.' }],
  ['Salary (monthly)', { period: '/monthly' }],
  ['Wynagrodzenie (PLN / mies.)', { currency: 'PLN', period: '/mies.' }],
  // What is unclear is unknown.
  ['Salary', {}],
  ['(EUR)', {}],
  ['Salary (k€)', {}],
  ['Salary (EUR, in thousands)', {}],
  ['Salary (all)', {}],
  ['Salary (USD/EUR)', {}],
  ['Salary (EUR per month or year)', {}],
  ['Salary (USD biweekly)', {}],
  [`Salary (EUR)${' '.repeat(200)}`, {}],
])('the name %j says %j of the pay', (column, unit) => expect(unitOf(column)).toEqual(unit));

/** The pay of a row as it goes over, and the columns of which something was not understood. */
const payOf = async (header: string, row: string) => {
  const { postings, quality } = await readFile(`id;title;text;${header}\n1;a;b;${row}\n`);
  const { salary, salaryText } = postings[0] as { salary?: object; salaryText?: string };
  return { pay: salary ?? salaryText, unread: [...quality().unread.keys()] };
};
const eur = { min: 55_000, max: 65_000, currency: 'EUR', period: 'year' };

describe('a pay whose unit stands in the name of its column', () => {
  test.each([
    ['Salary (EUR)', '45k-55k', 'EUR 45k-55k'],
    ['Gehalt (EUR/Jahr)', '55000', 'EUR 55000 / year'],
    ['Gehalt (EUR/Jahr)', '55.000 - 65.000', 'EUR 55.000 - 65.000 / year'],
    ['Gehalt (EUR/Jahr)', '55-65k', 'EUR 55-65k / year'],
    ['Gehalt (EUR/Jahr)', 'ab 55000', 'ab EUR 55000 / year'],
    ['Gehalt (EUR/Monat)', '4.500', 'EUR 4.500 / month'],
    ['Gehalt von (EUR);Gehalt bis (EUR)', '55000;65000', eur],
    ['Salary min (EUR/year);Salary max (EUR/year)', '55k;65k', eur],
    // What the cells themselves say goes before it.
    ['Salary (EUR)', '£50k', '£50k'],
    ['Gehalt (EUR/Jahr)', '4.500 monatlich', 'EUR 4.500 monatlich'],
    ['Salary (EUR);currency', '55000;€', '€ 55000'],
  ])('%s: %s is %j', async (header, row, pay) => {
    expect(await payOf(header, row)).toEqual({ pay, unread: [] });
  });

  test.each([
    ['Salary (EUR)', '4500'],
    ['Salary (EUR)', '4500 - 5200'],
    ['Gehalt (EUR/Jahr)', '55'],
    ['Gehalt (EUR/Jahr)', '55-65'],
    ['Gehalt (EUR/Jahr)', 'E13'],
    ['Salary (k€)', '55-65'],
    ['Salary (USD/EUR)', '55k'],
    ['Salary (EUR);currency', '55000;USD'],
    ['Salary (EUR/year);pay period', '55000;month'],
    ['Salary min (EUR/year)', '55'],
  ])('%s: %s is not understood', async (header, row) => {
    const { pay, unread } = await payOf(header, row);
    expect(unread).toEqual([header.split(';')[0]]);
    expect(typeof pay).not.toBe('object');
  });

  test('is not that of two columns which name different currencies', async () => {
    const { pay, unread } = await payOf('Gehalt von (EUR);Gehalt bis (USD)', '55000;65000');
    expect(pay).toBeUndefined();
    expect(unread).toEqual(['Gehalt von (EUR)', 'Gehalt bis (USD)']);
  });
});
