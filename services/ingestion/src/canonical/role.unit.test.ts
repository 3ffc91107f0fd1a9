import { expect, test } from '@jest/globals';
import { roleOf } from './role.ts';

test.each([
  ['Senior Backend Engineer', 'backend'],
  ['Developer, Backend', 'backend'],
  ['Python Developer', 'backend'],
  ['Frontend Engineer', 'frontend'],
  ['React Developer', 'frontend'],
  ['Full-Stack Engineer (React)', 'fullstack'],
  ['Frontend / Backend Engineers', 'fullstack'],
  ['Web Developer', 'fullstack'],
  ['iOS Engineer', 'mobile'],
  ['React Native Developer', 'mobile'],
  ['Data Engineer', 'data'],
  ['Machine Learning Engineer', 'ml'],
  ['AI Engineer, Data Platform', 'ml'],
  ['Site Reliability Engineer', 'devops'],
  ['DevOps Engineer', 'devops'],
  ['Security Engineer, Backend', 'security'],
  ['QA Automation Engineer', 'qa'],
  ['Embedded Software Engineer', 'embedded'],
  ['Engineering Manager, Data', 'management'],
  ['VP of Engineering', 'management'],
  ['Product Manager', 'management'],
  ['Account Manager', 'other'],
  ['AI Sales Representative', 'other'],
  ['Director, Channel Marketing', 'other'],
  ['AI Content Expert', 'other'],
  ['AI Research Lead', 'ml'],
  ['Inference Engineer', 'ml'],
  ['Product Designer, Mobile', 'other'],
  ['Mechanical Engineer', 'other'],
  ['Solutions Engineer', 'other'],
  ['Software Developer in Test', 'qa'],
  ['SecOps Engineer', 'security'],
  ['Engineering Lead', 'management'],
  ['Ruby on Rails Contractor', 'backend'],
  ['Software Engineer', 'other'],
  ['Python-Entwickler (m/w/d)', 'backend'],
  ['Java Softwareentwickler', 'backend'],
  ['Développeuse Java', 'backend'],
  ['Desarrollador Python', 'backend'],
  ['JavaScript-Entwicklerin', 'frontend'],
  ['Webentwickler', 'fullstack'],
  ['Systemadministrator Linux', 'devops'],
  ['IT-Administrator', 'devops'],
  ['Netzwerkadministratorin', 'devops'],
  ['Datenanalyst', 'data'],
  ['Datenbankadministrator', 'data'],
  ['Ingénieur données', 'data'],
  ['Analista de datos', 'data'],
  ['Softwaretester', 'qa'],
  ['Elektronikentwickler', 'embedded'],
  ['IT-Sicherheitsbeauftragter', 'security'],
  ['Leiter Softwareentwicklung', 'management'],
  ['Projektleiter Hochbau', 'other'],
  ['Verkäufer Vollzeit', 'other'],
  ['Softwareentwickler', 'other'],
])('%s is %s', (title, role) => {
  expect(roleOf(title, '').value).toBe(role);
});

test('a plain software engineer is decided by the side of the stack that the text mentions', () => {
  expect(roleOf('Software Engineer', 'You work on our back-end. Backend only.').value).toBe('backend');
  expect(roleOf('Software Engineer', 'You work on the frontend.').value).toBe('frontend');
  expect(roleOf('Software Engineer', 'Frontend and backend.').value).toBe('fullstack');
});

test('a first line without a role leaves it to the job titles in the text', () => {
  expect(roleOf('Acme | Berlin | Onsite', '', ['good engineers', 'Data Engineer']).value).toBe('data');
  expect(roleOf('Acme | Berlin | Onsite', '', []).value).toBe('other');
});

test.each(['Softwareentwickler', 'Développeur', 'Desarrolladora'])(
  '%s is decided by the side that the text mentions, as an English one is',
  (title) => {
    expect(roleOf(title, 'Wir suchen dich für unser Backend-Team.').value).toBe('backend');
  },
);
