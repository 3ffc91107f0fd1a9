import { expect, test } from '@jest/globals';
import type { Workplace } from '@skillstream/contracts';
import { workplaceOf, type WorkplaceHints } from './workplace.ts';

const table: Array<[string, Partial<WorkplaceHints>, Workplace]> = [
  ['the sender counts first', { workplace: 'onsite', remote: true, title: 'Remote' }, 'onsite'],
  ['a remote flag', { remote: true }, 'remote'],
  ['a hybrid thing', { title: 'Senior Hybrid Cloud Engineer', text: 'The role is on-site.' }, 'onsite'],
  ['a flag that is false: hybrid is not remote either', { remote: false }, 'unknown'],
  [
    'words for remote beside a flag that is false, as it is by default',
    { remote: false, text: 'This is a fully remote role.' },
    'remote',
  ],
  ['a tag in the text', { text: 'Join us. #LI-Remote' }, 'remote'],
  ['days in the office', { text: 'You are in the office 3x per week.' }, 'hybrid'],
  ['an office culture', { text: 'We have an in-office culture.' }, 'onsite'],
  ['hybrid in the location beats the flag', { remote: true, location: 'Berlin (Hybrid)' }, 'hybrid'],
  ['remote in the header', { title: 'Acme | Remote' }, 'remote'],
  ['no remote', { title: 'Acme | No Remote' }, 'onsite'],
  ['onsite', { title: 'Acme | ONSITE' }, 'onsite'],
  ['a hybrid role in the text', { remote: false, text: 'This is a hybrid role.' }, 'hybrid'],
  ['days in the office', { text: 'We meet three days a week in our Berlin office.' }, 'hybrid'],
  ['hybrid cloud is no workplace', { text: 'You build hybrid cloud systems.' }, 'unknown'],
  ['fully remote in the text', { text: 'We are a fully remote team.' }, 'remote'],
  ['nothing said', {}, 'unknown'],
  // Part of a year, of a week, or of something else.
  ['some weeks from anywhere', { text: 'Work from anywhere up to 4 weeks a year.' }, 'unknown'],
  ['weeks from anywhere in the header', { title: 'Acme | Work from anywhere 4 weeks per year' }, 'unknown'],
  ['hybrid, with days', { text: 'Hybrid, 2 days in the office.' }, 'hybrid'],
  ['two to three days on site', { text: 'You are on-site 2-3 days per week.' }, 'hybrid'],
  ['a day at home', { text: 'Work from home 1 day a week.' }, 'hybrid'],
  ['five days in the office', { text: 'We work five days a week in our office.' }, 'onsite'],
  ['a remote interview', { text: 'There will be a remote interview.' }, 'unknown'],
  ['a trade of that name', { title: 'Remote Sensing Engineer | Bonn' }, 'unknown'],
  ['on site, with some freedom', { title: 'Acme | Onsite (flexible WFH)' }, 'onsite'],
  ['remote-friendly', { text: 'We are remote-friendly.' }, 'remote'],
  ['remote or an office', { title: 'Acme | Berlin or Remote' }, 'remote'],
  ['the role is remote', { text: 'This role can be fully remote.' }, 'remote'],
  ['a line about the location', { text: 'We fold.\nLocation: Berlin or Remote\nApply.' }, 'remote'],
  ['remote is possible', { text: 'Remote work is also possible.' }, 'remote'],
  ['remote is not', { text: 'Remote work is not available.' }, 'onsite'],
  ['we cannot do it', { text: 'We cannot support part-time or remote work.' }, 'onsite'],
  ['days in the office, the week last', { text: 'We expect 3 days in office per week.' }, 'hybrid'],
  ['times a week', { text: 'You join us 3x/week in our office.' }, 'hybrid'],
  ['in brackets', { text: 'Where: Bonn (hybrid)' }, 'hybrid'],
  ['an on-site role', { text: 'Fully on-site role in Bonn.' }, 'onsite'],
  ['in German', { text: 'Homeoffice an 2 Tagen pro Woche, 2 Tage Homeoffice.' }, 'hybrid'],
  ['in French', { text: 'Télétravail 2 jours par semaine.' }, 'hybrid'],
  // The flag beside the words.
  ['the flag and a hybrid text', { remote: true, text: 'This is a hybrid role.' }, 'hybrid'],
  ['the flag against the text', { remote: true, text: 'This role is on-site in Bonn.' }, 'unknown'],
  ['the flag against the header', { remote: true, title: 'Acme | Onsite' }, 'unknown'],
  ['the flag against "no remote"', { remote: true, title: 'Acme | No remote' }, 'unknown'],
  ['phrases that contradict each other', { text: 'Fully remote. This is a hybrid role.' }, 'unknown'],
  // Of something else, or of a part of it.
  ['remote controls', { text: 'You write software for our remote controls.' }, 'unknown'],
  ['interviews in person', { headline: 'Interviews in person' }, 'unknown'],
  ['experts on site', { headline: 'On-site experts' }, 'unknown'],
  ['a remote team', { text: 'Remote team. Twice a year we meet in person.' }, 'remote'],
  ['wanted on site', { text: 'We are looking for an onsite team lead.' }, 'onsite'],
  ['wanted anywhere', { text: 'We are hiring remote engineers.' }, 'remote'],
  ['or remote', { text: 'We hire an engineer in Bonn or remote.' }, 'remote'],
  ['days of the week', { text: 'We work from our offices on Mondays and Thursdays.' }, 'hybrid'],
  ['days of the week first', { text: 'Monday-Thursday are our required in-office days.' }, 'hybrid'],
  [
    'how often one eats at the office',
    { text: 'Lunches daily, dinners 3x per week, office dog.' },
    'unknown',
  ],
  ['models of another kind', { text: 'You serve hybrid models and work with our office.' }, 'unknown'],
  ['a rhythm', { text: 'Our hybrid rhythm: we meet.' }, 'hybrid'],
  ['roles in person', { text: 'All roles are in person, in Bonn.' }, 'onsite'],
  ['a team in person', { text: 'We primarily collaborate in person across our offices.' }, 'onsite'],
  [
    'a team that works in person',
    { text: 'Our team primarily works in-person out of our offices.' },
    'onsite',
  ],
  ['a model in person', { text: 'We use an in-person work model.' }, 'onsite'],
  ['five days', { text: 'Comfort working 5 days in-office in Bonn.' }, 'onsite'],
  ['a line about the place', { text: 'We fold.\nWork location: On-site, in-home' }, 'onsite'],
  ['a line with the place', { text: 'We fold.\nIn person in Bonn\nApply.' }, 'onsite'],
  ['based in an office', { text: 'The role is based in our Bonn office.' }, 'onsite'],
  ['wanted for an office', { text: 'We are looking for an engineer for our Bonn office.' }, 'onsite'],
  [
    'an opportunity to meet beside a remote role',
    { text: 'Fully remote role. Opportunities to work in-person with colleagues.' },
    'remote',
  ],
  [
    'days in person twice a year',
    { text: 'We are a fully remote company. Twice a year we meet for 5 days in person.' },
    'remote',
  ],
  [
    'a day in person each quarter',
    { text: 'We are a fully remote company. Our team works in person once a quarter.' },
    'remote',
  ],
  [
    'now and then in person',
    { text: 'Fully remote role with occasional travel to work in person.' },
    'remote',
  ],
  ['on site with days at home', { text: 'An on-site position with occasional telecommuting.' }, 'onsite'],
  ['on site with travel', { text: 'An on-site position with occasional travel.' }, 'onsite'],
  ['opening hours', { text: 'Office hours: Monday - Thursday 8am to 5pm' }, 'unknown'],
  ['an office that is open', { text: 'Our office is open Monday to Thursday.' }, 'unknown'],
  ['all days', { text: 'In our office Monday, Tuesday, Wednesday, Thursday, Friday' }, 'unknown'],
  ['three days', { text: 'In our office Monday, Wednesday and Friday' }, 'hybrid'],
  [
    'where others work',
    { text: 'You will support users who work in the Paris office. People who work on-site call you.' },
    'unknown',
  ],
  ['remote within', { text: 'We fold.\nRemote innerhalb von Deutschland oder vor Ort' }, 'remote'],
  ['open to remote', { text: "We're open to working with someone remotely." }, 'remote'],
  ['a place that is an office', { location: 'San Francisco Office' }, 'onsite'],
  ['any place', { location: 'Anywhere' }, 'remote'],
  ...['Home-Office', 'Home Office', 'Home office (UK)', 'Home-Office, deutschlandweit', 'Homeoffice'].map(
    (location): [string, Partial<WorkplaceHints>, Workplace] => [location, { location }, 'remote'],
  ),
  ['home in a state', { location: 'Homeoffice (Bayern)' }, 'remote'],
  ['home in a part of the world', { location: 'Home Office - Europe' }, 'remote'],
  ['home, all of it', { location: '100 % Home-Office bundesweit' }, 'remote'],
  ['home beside a city', { location: 'Berlin / Home-Office' }, 'unknown'],
  ['home beside a town', { location: 'Eutin / Home-Office' }, 'unknown'],
  ['home beside an office', { location: 'Berlin Office or Home Office' }, 'unknown'],
  ['home beside a city that is a state, too', { location: 'Home Office, New York' }, 'unknown'],
  ['home beside where it is not', { location: 'Home Office, not in Berlin' }, 'unknown'],
  ['home where one likes', { location: 'Home Office possible' }, 'unknown'],
  ['not at home', { location: 'Kein Home-Office' }, 'unknown'],
  ['not at home in English', { location: 'Home office not possible' }, 'unknown'],
  ['half at home', { location: 'Home-Office 50 %' }, 'unknown'],
  ['home beside a flag', { location: 'Berlin / Home-Office', remote: true }, 'remote'],
  ['home beside a text on site', { location: 'Home-Office', text: 'Fully on-site role.' }, 'unknown'],
  ['home beside a title on site', { location: 'Home-Office', title: 'Engineer (onsite)' }, 'unknown'],
  ['in German with a hyphen', { text: 'Home-Office an 2 Tagen pro Woche.' }, 'hybrid'],
  ['days in German with a hyphen', { text: '2 Tage Home-Office.' }, 'hybrid'],
  ['remote and on site', { text: 'We are remote-first. This position is onsite.' }, 'unknown'],
];

test.each(table)('%s', (_, hints, workplace) => {
  expect(workplaceOf({ location: '', title: '', headline: '', text: '', ...hints }).value).toBe(workplace);
});

test.each<[string, Partial<WorkplaceHints>, string]>([
  ['field', { location: 'Remote', title: 'Engineer (Remote)' }, 'stated'],
  ['title', { title: 'Engineer (Remote)', headline: 'Acme | Remote' }, 'likely'],
  ['text', { title: 'Engineer', headline: 'Acme | Remote' }, 'likely'],
  ['text', { title: 'Hybrid Cloud Engineer', headline: 'Acme | Hybrid' }, 'likely'],
  ['text', { title: 'Engineer', text: 'This is a fully remote role.' }, 'likely'],
  ['text', { remote: false, text: 'This is a fully remote role.' }, 'guess'],
  ['field', { location: 'Bonn Office' }, 'guess'],
  ['field', { location: 'Home-Office' }, 'guess'],
])('it says that it was found in the %s: %j', (from, hints, confidence) => {
  const { by } = workplaceOf({ location: '', title: '', headline: '', text: '', ...hints });
  expect(by).toEqual({ from, confidence });
});

test('a text full of the words for it is read up to a bound', () => {
  for (const unit of ['remote ', 'office 2 days a ', 'work from anywhere ', 'no remote '])
    expect(
      workplaceOf({ location: '', title: '', headline: '', text: unit.repeat(10_000) }).value,
    ).toBeDefined();
});
