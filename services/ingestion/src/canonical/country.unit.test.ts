import { expect, test } from '@jest/globals';
import { countryCodes } from '@skillstream/contracts/country-code';
import { countryByName, countryByPlainCode, countryOfField } from './country.ts';
import { countryByThreeLetters } from './world-cities.ts';

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

test('three letters of a country give one that a filter takes, as those of Antarctica give none', () => {
  const letters = Array.from({ length: 26 }, (_, i) => String.fromCharCode(65 + i));
  const derived = letters
    .flatMap((a) => letters.flatMap((b) => letters.map((c) => countryByThreeLetters(a + b + c))))
    .filter((code) => code !== null);
  expect(derived.length).toBeGreaterThan(200);
  expect(derived.filter((code) => !countryCodes.has(code))).toEqual([]);
  expect(countryByThreeLetters('ATA')).toBeNull();
});
