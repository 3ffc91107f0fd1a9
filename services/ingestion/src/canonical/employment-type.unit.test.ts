import { expect, test } from '@jest/globals';
import { employmentTypeOf } from './employment-type.ts';

test.each([
  ['FullTime', '', 'full-time'],
  ['PART_TIME', '', 'part-time'],
  ['Contractor', 'Full-time', 'contract'],
  ['Intern', '', 'intern'],
  ['Temporary', '', 'temporary'],
  [undefined, 'Acme | Berlin | Full Time', 'full-time'],
  ['something', 'Acme | Contract', 'contract'],
  [undefined, 'Acme | Berlin', null],
])('%s with the header "%s" is %s', (given, header, type) => {
  expect(employmentTypeOf(given, header).value).toBe(type);
});
