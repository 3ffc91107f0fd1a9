import { expect, test } from '@jest/globals';
import { employmentTypeOf, type EmploymentHints } from './employment-type.ts';

const typeOf = (hints: Partial<EmploymentHints>) =>
  employmentTypeOf({ title: '', headline: '', text: '', ...hints });

test.each([
  ['FullTime', 'full-time'],
  ['PART_TIME', 'part-time'],
  ['Contractor', 'contract'],
  ['Intern', 'intern'],
  ['Temporary', 'temporary'],
  ['B2B', 'contract'],
  ['unbefristet', 'full-time'],
  ['Festanstellung', 'full-time'],
  ['Festanstellung in Teilzeit', 'part-time'],
  ['Vollzeit, befristet', 'full-time'],
  ['Vollzeit (befristet)', 'full-time'],
  ['Full-time, Contract', 'full-time'],
  ['Full-time, Permanent', 'full-time'],
  ['Permanent contract', 'full-time'],
  ['Part-time/Permanent', 'part-time'],
  ['Teilzeit, Minijob', 'part-time'],
  ['INTERN, PART_TIME', 'intern'],
  ['befristeter Vertrag', 'temporary'],
  ['befristet', 'temporary'],
  ['Minijob', 'part-time'],
  ['Praktikum', 'intern'],
  ['Praktikum, Vollzeit', 'intern'],
  ['Ausbildung', 'intern'],
  ['Freie Mitarbeit', 'contract'],
])('%s, as stated, is %s whatever the words are', (stated, type) => {
  const words = 'Volunteer, seasonal';
  expect(typeOf({ stated, title: words, headline: words })).toEqual({ value: type, by: null });
});

test.each([
  'FULL_TIME, PART_TIME',
  'Vollzeit, Teilzeit',
  'Vollzeit/Teilzeit',
  'Voll- oder Teilzeit',
  'Teil- und Vollzeit',
  'Voll-/Teilzeitstelle',
  'Full or part time',
  'Part/full-time',
  'Full-time or contract',
  'Praktikum oder Teilzeit',
  'CDI / CDD',
  'Permanent, Contract',
  'befristet, unbefristet',
])('%s, as stated, is unknown whatever the words are', (stated) => {
  expect(typeOf({ stated, title: 'Full-time', text: 'Job type: Part-time' })).toEqual({
    value: null,
    by: null,
  });
});

test.each([
  ['Acme | Berlin | Full Time', 'full-time'],
  ['Operations Agent [Contractual Role]', 'contract'],
  ['Full-time internship', 'intern'],
  ['Office Manager, Contract', 'contract'],
  ['Acme | Berlin', null],
  // Several are unknown.
  ['Full Time or Part Time or Freelance', null],
  ['Acme | fulltime/contract', null],
  ['Engineer (full-time, part-time)', null],
  // Of something else.
  ['Leitung Ausbildung', null],
  ['Betreuung Praktikum und Minijob', null],
  ['Contract Manager', null],
  ['Smart Contract Engineer', null],
  ['B2B Sales', null],
  ['Internship Program Coordinator', null],
])('the title or headline "%s" is %s', (words, type) => {
  expect(typeOf({ title: words }).value).toBe(type);
  expect(typeOf({ headline: words }).value).toBe(type);
});

test('a job for students, said beside its hours in a title, is an internship', () => {
  expect(typeOf({ title: 'Werkstudent (m/w/d) / Teilzeit' }).value).toBe('intern');
  expect(typeOf({ title: 'Full-time or internship' }).value).toBeNull();
  expect(typeOf({ headline: 'Acme | Intern, part-time or full-time' }).value).toBeNull();
});

test('the title goes before the headline, and this before the text', () => {
  const text = 'Job type: Part-time';
  const headline = 'Acme | Contract';
  const likely = { from: 'text', confidence: 'likely' };
  expect(typeOf({ title: 'Intern', headline, text })).toEqual({
    value: 'intern',
    by: { from: 'title', confidence: 'likely' },
  });
  expect(typeOf({ title: 'Engineer', headline, text })).toEqual({ value: 'contract', by: likely });
  expect(typeOf({ title: 'Engineer', headline: 'Acme', text })).toEqual({ value: 'part-time', by: likely });
  expect(typeOf({ stated: 'Volunteer', title: 'Engineer', text })).toEqual({
    value: 'part-time',
    by: likely,
  });
  expect(typeOf({ headline: 'Full-time or contract', text }).value).toBeNull();
});

test.each([
  ['We fold.\nJob type: Part-time\nApply.', 'part-time'],
  ['- Status: Full-time', 'full-time'],
  ['Arbeitszeit: Teilzeit', 'part-time'],
  ['This is a full-time position.', 'full-time'],
  ['This full-time position requires working in Bonn.', 'full-time'],
  ['This is a remote, part-time role.', 'part-time'],
  ['Note: This position is a temporary role.', 'temporary'],
  ['This internship will run for 16 weeks.', 'intern'],
  ['Acme is looking for a part-time accountant.', 'part-time'],
  ['We are looking to fill the following full-time roles:', 'full-time'],
  ['As a full-time team member, we offer you lunch.', 'full-time'],
  ['During your internship, you will learn.', 'intern'],
  // Mentioned in passing.
  ['We help part-time workers find shifts. Our interns love it.', null],
  ['Benefits for full-time employees.', null],
  ['8 years of full-time experience; internships count.', null],
  ['You will manage interns and contractors.', null],
  ['You are looking for part-time work? We have none.', null],
  ["This is not for you if you're looking for short-term contract work.", null],
  ['It may lead to a full-time job.', null],
  ['We are looking for candidates with prior internship or work experience.', null],
  ['You oversee the success of the internship program.', null],
  ['We are looking for a mentor for our interns.', null],
  ['We are looking for a leader to manage interns.', null],
  ['The role is open to citizens and permanent residents.', null],
  ['The insurance is offered to full-time employees.', null],
  ['We are looking for an attorney with contract experience.', null],
  ['The data is temporary.', null],
  ['We are looking for tutors for our part-time courses.', null],
  ['We are looking for someone to work full-time.', 'full-time'],
  ['We are seeking to fill a permanent position.', 'full-time'],
  ['The role is a full-time staff position.', 'full-time'],
  // Several.
  ['Job types: Full-time, Part-time', null],
  ['We are looking for people who can work full-time or part-time hours.', null],
  ['Job type: Full-time\nThis is a temporary position.', null],
])('the text "%s" is %s', (text, type) => {
  expect(typeOf({ title: 'Engineer', headline: 'Acme', text }).value).toBe(type);
});

test('a text full of the words for it is read up to a bound', () => {
  const text = 'an intern, '.repeat(40);
  expect(typeOf({ text: `${text}\nJob type: Part-time` }).value).toBeNull();
  expect(typeOf({ text: `${text.slice(11)}\nJob type: Part-time` }).value).toBe('part-time');
});
