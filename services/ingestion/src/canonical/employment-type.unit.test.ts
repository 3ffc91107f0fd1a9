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
  ['unbefristet', '', 'full-time'],
  ['Festanstellung', '', 'full-time'],
  ['Festanstellung in Teilzeit', '', 'part-time'],
  ['Vollzeit, befristet', '', 'full-time'],
  ['befristeter Vertrag', '', 'temporary'],
  ['befristet', '', 'temporary'],
  ['Minijob', '', 'part-time'],
  ['Praktikum', '', 'intern'],
  ['Ausbildung', '', 'intern'],
  ['Freie Mitarbeit', '', 'contract'],
  [undefined, 'Leitung Ausbildung', null],
  [undefined, 'Betreuung Praktikum und Minijob', null],
])('%s with the header "%s" is %s', (given, header, type) => {
  expect(employmentTypeOf(given, header).value).toBe(type);
});
