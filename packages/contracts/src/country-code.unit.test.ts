import { expect, test } from '@jest/globals';
import { countryCodeOf } from './country-code.ts';

test.each([
  ['DE', 'DE'],
  [' de ', 'DE'],
  ['XX', null],
  ['EU', null],
  ['UK', null],
  ['DDR', null],
  ['Germany', null],
  ['', null],
])('the code of a country in "%s" is %s', (text, code) => {
  expect(countryCodeOf(text)).toBe(code);
});
