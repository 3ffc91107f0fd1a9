import { expect, test } from '@jest/globals';
import { countryByName, countryByPlainCode, countryOfField } from './country.ts';

test.each([
  ['United States', 'US'],
  ['U.S.A', 'US'],
  ['UK', 'GB'],
  ['England', 'GB'],
  ['Czech Republic', 'CZ'],
  ['Czechia', 'CZ'],
  ['Côte d’Ivoire', 'CI'],
  ['Ivory Coast', 'CI'],
  ['Turkey', 'TR'],
  ['South Korea', 'KR'],
  ['Hong Kong', 'HK'],
  ['de', 'DE'],
  ['European Union', null],
  ['Anywhere', null],
  ['ZZ', null],
  ['', null],
])('the field %s means %s', (field, country) => {
  expect(countryOfField(field)).toBe(country);
});

test('a code in free text is a country only where it cannot be a skill', () => {
  expect(countryByPlainCode('DE')).toBe('DE');
  expect(countryByPlainCode('AI')).toBeNull();
  expect(countryByName('IT')).toBeNull();
});
