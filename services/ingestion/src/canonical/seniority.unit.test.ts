import { expect, test } from '@jest/globals';
import { seniorityOf } from './seniority.ts';

test.each([
  ['Software Engineering Intern', 'intern'],
  ['Junior Developer', 'junior'],
  ['Software Engineer I', 'junior'],
  ['Mid-Level Engineer', 'mid'],
  ['Software Engineer II', 'mid'],
  ['Sr. Engineer', 'senior'],
  ['Senior Developer', 'senior'],
  ['Staff Software Engineer', 'lead'],
  ['Engineering Manager', 'lead'],
  ['Tech Lead', 'lead'],
  ['Lead Generation Specialist', 'unknown'],
  ['Engineer at an early-stage company', 'unknown'],
  ['International Developer', 'unknown'],
  ['Software Engineer', 'unknown'],
  ['Member of Technical Staff', 'unknown'],
  ['Semi Senior Engineer', 'mid'],
  ['Mid Market Account Manager', 'unknown'],
  ['Associate Engineer', 'junior'],
  ['Sales Associate', 'unknown'],
  ['Senior Manager, Finance', 'lead'],
  ['Experienced Engineer', 'unknown'],
  ['Junior/Senior Developer', 'unknown'],
  ['Senior / Staff Frontend Engineer', 'unknown'],
  ['Mid to Senior Front End Developer', 'unknown'],
  ['Senior Developer or Tech Lead', 'unknown'],
  ['Sr. & Jr. Accountants', 'unknown'],
  ['Staff / Principal Engineer', 'lead'],
  ['Senior Staff Engineer', 'lead'],
  ['Staff/Senior Staff Engineer', 'lead'],
  ['Senior Developer and Lead Generation Expert', 'senior'],
  ['Vertriebler für Einsteiger', 'junior'],
  ['Berufseinsteigerin Einkauf', 'junior'],
  ['Berufseinsteiger:in (m/w/d)', 'junior'],
  ['Quereinsteiger im Vertrieb', 'unknown'],
  ['Développeur débutant', 'junior'],
  ['Führungskraft Produktion', 'lead'],
  ['Teamleiter(in) Buchhaltung', 'lead'],
  ['Teamleiterin', 'lead'],
  ['Teamleitung Buchhaltung (m/w/d)', 'lead'],
  ['Assistenz der Teamleitung', 'unknown'],
  ['Abteilungsleiter*in Einkauf', 'lead'],
  ['Projektleiter Hochbau', 'unknown'],
  ['Chef d’équipe', 'lead'],
  ['Jefe de equipo', 'lead'],
  ['Einsteiger oder Senior', 'unknown'],
  ['Berufserfahrene Köche', 'unknown'],
])('%s is %s', (title, seniority) => {
  expect(seniorityOf(undefined, title).value).toBe(seniority);
});

test('the value of the sender takes precedence over the title', () => {
  expect(seniorityOf('Senior', 'Junior Developer').value).toBe('senior');
  expect(seniorityOf('lead', 'Junior Developer').value).toBe('lead');
  expect(seniorityOf('whatever', 'Junior Developer').value).toBe('junior');
  // The words that boards choose from.
  expect(seniorityOf('experienced', 'Developer').value).toBe('senior');
  expect(seniorityOf('Berufserfahren', 'Entwickler').value).toBe('senior');
  expect(seniorityOf('Mit Berufserfahrung', 'Entwickler').value).toBe('senior');
  expect(seniorityOf('Ohne Berufserfahrung', 'Entwickler').value).toBe('unknown');
  expect(seniorityOf('Expérimenté', 'Développeur').value).toBe('senior');
  expect(seniorityOf('Berufseinsteiger oder Berufserfahrene', 'Entwickler').value).toBe('unknown');
  expect(seniorityOf('Associate', 'Developer').value).toBe('junior');
});
