import { describe, expect, test } from '@jest/globals';
import { createMask } from './create-mask.ts';

const masked = (text: string) =>
  createMask({ country: null, organization: 'Paper Boats', title: '' }).text(text);

describe('the name of who answers is masked', () => {
  test.each([
    ['Recruiter: Jane Doe', 'Recruiter: [name]'],
    ['Ansprechpartnerin: Frau Jana Müller-Schmidt', 'Ansprechpartnerin: [name]'],
    ['The hiring manager is Ana de Souza and', 'The hiring manager is [name] and'],
    ['email Jane at jane@boats.example', 'email [name] at [email]'],
    ['Send it to Jane R. Doe (jane@boats.example)', 'Send it to [name] ([email])'],
    ['Best regards,\nJane Doe', 'Best regards,\n[name]'],
    ['Thanks,\n\nJane\n', 'Thanks,\n\n[name]\n'],
    ['Thanks, Jane - CTO', 'Thanks, [name] - CTO'],
    ['Hi, my name is Jane and I', 'Hi, my name is [name] and I'],
    ['write to Jane -- soon', 'write to [name] -- soon'],
    ['work with Jane’s https://linkedin.com/in/jane team', 'work with [name] [profile] team'],
    ['led by Jane Doe (https://linkedin.com/in/jane)', 'led by [name] ([profile])'],
    ['Contact: Jane McDonald', 'Contact: [name]'],
    ['Recruiter: Jane O’Neill', 'Recruiter: [name]'],
    ['Mit freundlichen Grüßen\nJana Müller', 'Mit freundlichen Grüßen\n[name]'],
    ['Ihr Ansprechpartner: Dr. Jan Lang', 'Ihr Ansprechpartner: [name]'],
    ['Contact: Dr. Jan Lang', 'Contact: [name]'],
    ['Contact: Dr Lang and', 'Contact: [name] and'],
    ['Ansprechpartnerin: Prof. Dr. Jana Lang, Durchwahl 7', 'Ansprechpartnerin: [name], Durchwahl 7'],
    ['Kontakt: Prof. Dr.-Ing. Dr. rer. nat. h.c. Jana von Lang', 'Kontakt: [name]'],
    ['Kontakt: Dipl.-Inf. J. Lang', 'Kontakt: [name]'],
    ['Kontakt: Jana Lang, M.Sc.', 'Kontakt: [name], M.Sc.'],
    ['Frau Dr. Lang hilft', 'Frau [name] hilft'],
    ['Ask for Dr. Lang at [email]', 'Ask for [name] at [email]'],
    ['Mit freundlichen Grüßen\nDr. Jana Lang', 'Mit freundlichen Grüßen\n[name]'],
    ['Ansprechpartnerin ist Jana Lang, Tel. [phone]', 'Ansprechpartnerin ist [name], Tel. [phone]'],
    ['Ansprechpartner*in: Jana Lang', 'Ansprechpartner*in: [name]'],
    ['Votre contact est Jana Lang.', 'Votre contact est [name].'],
    ['Contact: JANE DOE', 'Contact: [name]'],
    ['CONTACT: JANE VAN DER DOE, desk 7', 'CONTACT: [name], desk 7'],
    ['RECRUITER: DR. JANE O’NEILL-DOE', 'RECRUITER: [name]'],
    ['Votre contact : rien. Contact: Jane DOE', 'Votre contact : rien. Contact: [name]'],
    ['FRAU JANA LANG hilft', 'FRAU [name] hilft'],
    ['Contact JANE DOE <jane@boats.example>', 'Contact [name] <[email]>'],
    ['Best regards,\nJANE DOE\n', 'Best regards,\n[name]\n'],
    ['We hire.\nJane Doe, Senior Recruiter', 'We hire.\n[name], Senior Recruiter'],
    ['We hire.\n\nJane R. Doe – Head of Talent', 'We hire.\n\n[name] – Head of Talent'],
    ['We hire.\nJANE DOE (CTO)', 'We hire.\n[name] (CTO)'],
    ['We hire.\nJane Doe\nTalent Acquisition Partner', 'We hire.\n[name]\nTalent Acquisition Partner'],
    ['We hire.\n– Jane, CTO', 'We hire.\n– [name], CTO'],
    ['We hire.\nJane Doe\nRecruiter\n[email]\nWe fold.', 'We hire.\n[name]\nRecruiter\n[email]\nWe fold.'],
    ['We hire.\nJane Doe: [email]', 'We hire.\n[name]: [email]'],
    ['We hire.\nJose Garcia, Senior Recruiter', 'We hire.\n[name], Senior Recruiter'],
    ['We hire.\nDiego Alvarez, CTO', 'We hire.\n[name], CTO'],
    ['We hire.\nAustin Miller – Head of Talent', 'We hire.\n[name] – Head of Talent'],
    ['We hire.\nSydney Brown\nRecruiter', 'We hire.\n[name]\nRecruiter'],
    ['We hire.\nMaria San Martin, Recruiter', 'We hire.\n[name], Recruiter'],
    ['We hire.\nGrace Park, Head of Talent', 'We hire.\n[name], Head of Talent'],
    ['Contact: JOSE GARCIA', 'Contact: [name]'],
    ['Contact: WILL SMITH', 'Contact: [name]'],
    ['Recruiter: AUSTIN MILLER', 'Recruiter: [name]'],
    ['Frau MÜLLER hilft', 'Frau [name] hilft'],
    ['E-Mail an: Max Mustermann', 'E-Mail an: [name]'],
    ['We hire. – Jana Lang, Personalreferentin', 'We hire. – [name], Personalreferentin'],
    ['Hey, I’m Jane, and I', 'Hey, I’m [name], and I'],
    ['E-Mail an Jana Lang', 'E-Mail an [name]'],
    ['Bitte per Mail an Frau Jana Lang.', 'Bitte per Mail an Frau [name].'],
    ['Bewerbung bitte an JANA LANG', 'Bewerbung bitte an [name]'],
    ['E-Mail: Jana Lang', 'E-Mail: [name]'],
    ['Send a mail to Jane: jane@boats.example', 'Send a mail to [name]: [email]'],
    ['Mail Jane at jane@boats.example', 'Mail [name] at [email]'],
    ['Ansprechpartnerin: Frau Dr. Jana Lang', 'Ansprechpartnerin: [name]'],
    ['Ansprechpartner ist Herr Dr. Jan Lang', 'Ansprechpartner ist [name]'],
    ['Kontakt: Herr Prof. Dr. Jan Lang', 'Kontakt: [name]'],
    ['Kontakt: Frau Prof. Lang', 'Kontakt: [name]'],
    ['Herr Dipl.-Ing. Jan Lang hilft', 'Herr [name] hilft'],
    ['Kontakt: Herr Dipl.-Ing. Jan Lang', 'Kontakt: [name]'],
    ['Ms. Ana de la Cruz helps', 'Ms. [name] helps'],
    ['Contact: Ms. Jane van der Berg', 'Contact: Ms. [name]'],
    ['Kontakt: J. Lang, Tel. 7', 'Kontakt: [name], Tel. 7'],
    ['Ansprechpartner: Lang, Jana\nTel. 7', 'Ansprechpartner: [name]\nTel. 7'],
    ['Ansprechpartner:\nJana Lang\nTel. 7', 'Ansprechpartner:\n[name]\nTel. 7'],
    ['Osoba kontaktowa: Anna Kowalska', 'Osoba kontaktowa: [name]'],
    ['Mit freundlichen Grüssen\ni. A. Jana Lang', 'Mit freundlichen Grüssen\ni. A. [name]'],
    ['Best wishes,\nJane Doe', 'Best wishes,\n[name]'],
    ['CV à Marie Dupont (marie.dupont[at]boats.example)', 'CV à [name] ([email])'],
  ])('%s', (text, result) => {
    expect(masked(text)).toBe(result);
  });

  test.each([
    'Contact: Talent Team',
    'Kontakt: Hamburg, Berlin und Wien',
    'Contact:\nTalent Team',
    'Contact:\nHuman Resources',
    'Contact:\n\nPlanet Folding has hired many',
    'Contact:\n\nWeb Wallet: boats.example',
    'Contact Customer Support at the desk',
    'Recruiter Video Call',
    'Contact: Paper Boats',
    'You will work with Spring Boot and Ruby Gems',
    'Best\n\nThis Role Is For You',
    'Thanks to Apache Kafka',
    'Thanks, Kafka and Go are what we use',
    'Email Support at any time',
    'Stack (Ruby Rails, Apache Kafka, [email])',
    'Best, Kafka',
    'Contact: Spring Boot and the rest',
    'Ansprechpartner ist das Team',
    'Ansprechpartner ist Ihr Team Backend',
    'You hold a Dr. or M.Sc. in Physics',
    'Contact: Dr. Data Team',
    'founded by Dr. Jane Doe in 2012',
    'CONTACT: HUMAN RESOURCES',
    'Contact: HR DEPARTMENT',
    'Contact: HOW TO APPLY NOW',
    'email RIGHT NOW: [email]',
    'SEND EMAIL: [email]',
    'PAPER BOATS – CTO – Remote',
    'PLANET BOATS – CTO – Remote',
    'Planet Boats | Director of Engineering | Berlin',
    'We hire.\nOpen Roles: Director of Data',
    'We hire.\nProduct Operations, Technical Recruiter',
    'We hire.\nNew York, Head of Sales',
    'We hire.\nSan Jose, Head of Sales',
    'We hire.\nDowntown San Diego, Head of Sales',
    'We hire.\nAustin Texas – Head of Sales',
    'We hire.\nParis France, Director of Sales',
    'We hire.\nWest Folding, Director of Sales',
    'Contact: New York',
    'CONTACT: APPLY ONLINE',
    'Ob Frau ODER Mann',
    'E-Mail an: Unsere Personalabteilung',
    'backed by Lux Capital, Founders Fund',
    'E-Mail an Ihre Ansprechpartnerin',
    'E-Mail an Unsere Personalabteilung',
    'Email: Full Stack Web Engineer',
    "We fold.\n- Uncapped Commission, President's Club",
    'We fold.\n- Paper Cranes, President’s Club',
    'We fold.\nSalary Range\nDirector',
    'We fold.\nStart Date\nRecruiter',
    'We fold.\nOpen Positions\nRecruiter',
    'We fold.\nWir Suchen\nRecruiter (m/w/d)',
    'We fold.\nBad Nauheim\nPersonalreferent',
    `We hire.\nPaper Folding\nDirector of Folding\n${'We fold. '.repeat(20)}`,
    'You know:\n- Jira, Talent Acquisition\n- Go',
    'You know:\n- Workday, HR Manager experience\n- Go',
    'You know:\n- Go\n- Jira, Talent Acquisition',
    'Bewerbung an Evangelisches Krankenhaus Bielefeld',
    'Bewerbungen bitte an Klinikum Stuttgart Mitte',
    'Unterlagen an Landratsamt Esslingen',
    'Unterlagen an Bundesagentur Nord',
    'Bewerbung an Autohaus Stuttgart Mitte',
    'bei Deutsche Bahn, [email]',
    'E-Mail: Bitte Angeben',
    'Free in the US\nTOLL FREE: [phone]',
    'We are fair.\nEQUAL OPPORTUNITY: [email]',
    'We fold.\nFOLDING HOTLINE: [phone]',
    'We hire, Paper Folding: [email]',
    'We hire.\nProduct Designer: [email]',
    'Bright Machines, Founding Engineer',
  ])('and this is none: %s', (text) => {
    expect(masked(text)).toBe(text);
  });
});

// The clock of a thread may go by ticks of some milliseconds; a square of these lengths takes seconds.
const TICKS_US = 50_000;

/** CPU time of this thread for several runs, in µs: it excludes what else the machine does. */
const workOf = (text: string): number => {
  const before = process.threadCpuUsage();
  for (let run = 0; run < 15; run += 1) masked(text);
  const { user, system } = process.threadCpuUsage(before);
  return user + system;
};

/** The least of several measurements, since what else runs only adds. */
const leastWorkOf = (text: string): number => Math.min(...Array.from({ length: 3 }, () => workOf(text)));

test.each([
  'Contact: AAA BBB ',
  'JANE VAN DER ',
  'Jane Doe, Senior Lead ',
  '\nJane Doe\nSenior Senior Senior ',
  '\n– Jane, ',
  '\nA\n– Jane, CTO',
  '\nJane Doe\nDirector of A',
  '– ',
  'E-Mail an Jana Lang ',
  'Mail an Dr. ',
])('eight times as much of %j takes less than 24 times the work, as no square does', (piece) => {
  const text = piece.repeat(Math.ceil(40_000 / piece.length));
  masked(text);
  expect(leastWorkOf(text.repeat(8))).toBeLessThan(24 * leastWorkOf(text) + TICKS_US);
});
