import { expect, test } from '@jest/globals';
import { headlineOf } from './headline.ts';

test.each([
  ['Acme | Data Engineer | Berlin | Remote'],
  ['Acme - Berlin - full time, relocation okay, remote possible'],
  ['Acme | Berlin | we are remote | Full-time'],
  ['Acme | Berlin | ideally on-site but open to remote candidates | Full-time'],
  ['Remote within US/CA time zones'],
  ['Acme is hiring in Berlin (REMOTE)'],
  ['Hybrid'],
])('%s is a headline', (line) => {
  expect(headlineOf(line)).toBe(line);
});

test.each([
  ['Remote team. Twice a year we meet in person.', 'Remote team. '],
  ['Interviews take place in person, at our office in Berlin.', ','],
  ['We are on-site experts for wind turbines', ''],
  ['Our onsite support is little, as you work from home.', ','],
  ['Onsite support is what you give from home.', ''],
  ['You write software for our remote controls', ''],
  ['Wir treffen uns onsite in Berlin', ''],
  ['Acme is hiring in Berlin (or remote)', '(or remote)'],
  ['We love interns, and remote is a possibility', ', and remote is a possibility'],
  [
    'Acme | Berlin | Onsite Boats is a young company which builds boats of paper for all of us',
    'Acme | Berlin | Onsite Boats is a young company',
  ],
])('of a sentence nothing is: %s', (line, rest) => {
  expect(headlineOf(line).trim()).toBe(rest.trim());
});
