import { expect, test } from '@jest/globals';
import { roleOf } from './role.ts';

test.each([
  ['Senior Backend Engineer', 'backend'],
  ['Developer, Backend', 'backend'],
  ['Python Developer', 'backend'],
  ['Frontend Engineer', 'frontend'],
  ['React Developer', 'frontend'],
  ['Full-Stack Engineer (React)', 'fullstack'],
  ['Frontend / Backend Engineer', 'fullstack'],
  ['Frontend / Backend Engineers', 'frontend'],
  ['Frontend and backend developers', 'frontend'],
  ['Frontend, Backend, Business Development', 'frontend'],
  ['Designer/Front End Developer, Security Engineers', 'frontend'],
  ['Multiple jobs (Backend, Full-Stack, iOS)', 'backend'],
  ['Senior Backend Engineer, VP Technology, Frontend Engineer', 'backend'],
  ['Backend Engineer, Blockchain Data Team', 'backend'],
  ['Senior / Staff Frontend Engineer (Web & Mobile)', 'frontend'],
  ['Senior ML + DevOps Engineer - Advertising', 'ml'],
  ['Software Engineer, Site Reliability Engineer (SRE)', 'devops'],
  ['Software Engineers, Site Reliability Engineers, Designers, and more', 'other'],
  ['Software Engineer (Scala, Go, Java)', 'backend'],
  ['Senior PHP/Drupal Developer', 'backend'],
  ['Backend Web Engineer', 'backend'],
  ['PHP/Javascript Developer', 'fullstack'],
  ['Mechanical Design Engineer', 'other'],
  ['AI Operations Specialist | Housing', 'other'],
  ['Risk Operations Program Manager', 'other'],
  ['Project Manager, Marketing', 'other'],
  ['Growth Automation Engineer', 'other'],
  ['Automation Engineer', 'qa'],
  ['Applied Research - RL & Agents', 'ml'],
  ['Member of Technical Staff - Inference', 'ml'],
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
  ['Backend Engineer (Analytics)', 'backend'],
  ['Product Engineer (Backend) - Acme AI', 'backend'],
  ['QA Engineer (Mobile & Desktop)', 'qa'],
  ['DevOps Engineer (Security Clearance Required)', 'devops'],
  ['Software Development Engineer in Test, AI Gateway', 'qa'],
  ['Acme.ai - Software Engineer (Robotics)', 'embedded'],
  ['Smart Contract Engineer', 'backend'],
  ['Software Engineer, Payments', 'backend'],
  ['System Engineer', 'devops'],
  ['IT Admin', 'devops'],
  ['Software Engineer (K8s)', 'devops'],
  ['Avionics Engineer', 'embedded'],
  ['Researcher, Post Training', 'ml'],
  ['Operations Research Scientist', 'data'],
  ['Detection Engineer', 'security'],
  ['Director: Security', 'management'],
  ['Data Science Manager', 'management'],
  ['Senior Manager - Software Engineering', 'management'],
  ['Backend Team Lead (Kotlin)', 'management'],
  ['Team Lead - Grocery', 'other'],
  ["CTO's Office - AI Applications Engineer", 'ml'],
  ['Sales Development Manager', 'other'],
  ['Sales Development Representative (AI-Enabled)', 'other'],
  ['Account Executive - Cybersecurity - DACH', 'other'],
  ['Operations Manager, Threat Intelligence', 'other'],
  ['Construction Project Manager', 'other'],
  ['Legal Counsel, Real Estate Development and Data Centers', 'other'],
  ['Game Developer (Photon Quantum)', 'other'],
  ['Head of People Ops', 'other'],
  ['Factory Automation Engineer', 'other'],
  ['Gear Design Engineer', 'other'],
  ['Design Engineer', 'frontend'],
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

test.each([
  ['You use Python, Django and Postgres.', 'backend'],
  ['You use React and TypeScript.', 'frontend'],
  ['You use React and TypeScript, Ruby and Postgres.', 'fullstack'],
  ['You use React, Ruby and Postgres.', 'other'],
  ['You use Python.', 'other'],
])('without a side it is decided by the tools that the text names: %s', (text, role) => {
  expect(roleOf('Software Engineer', text)).toEqual({
    value: role,
    by: { from: role === 'other' ? 'default' : 'text', confidence: 'guess' },
  });
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
