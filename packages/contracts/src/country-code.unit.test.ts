import { expect, test } from '@jest/globals';
import { countryCodeFault, countryCodeOf } from './country-code.ts';

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

test.each([
  ['GB', null],
  ['UK', 'an ISO 3166-1 alpha-2 code, which is GB here'],
  ['uk', 'an ISO 3166-1 alpha-2 code, which is GB here'],
  ['EL', 'an ISO 3166-1 alpha-2 code, which is GR here'],
  ['gr', 'an ISO 3166-1 alpha-2 code, which is GR here'],
  ['EU', 'an ISO 3166-1 alpha-2 code, like DE'],
  ['Germany', 'an ISO 3166-1 alpha-2 code, like DE'],
])('what is wrong with the code "%s" says the right one where that is plain', (text, fault) => {
  expect(countryCodeFault(text)).toBe(fault);
});
