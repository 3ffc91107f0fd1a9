import { expect, test } from '@jest/globals';
import { seniorityInField } from './seniority-words.ts';

test.each([
  ['Entry', 'junior'],
  [' associate ', 'junior'],
  ['SENIOR', 'senior'],
  ['Mid-Senior level', 'senior'],
  ['Berufserfahren', 'senior'],
  ['Junior/Senior', 'unknown'],
  ['Not Applicable', 'unknown'],
  ['IC6', null],
  ['Level 4', null],
  ['', null],
])('the field %j states %s', (text, seniority) => {
  expect(seniorityInField(text)).toBe(seniority);
});
