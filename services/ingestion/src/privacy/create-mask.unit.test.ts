import { describe, expect, test } from '@jest/globals';
import { createMask } from './create-mask.ts';

const maskOf = (country: string | null = null, organization = 'Paper Boats', title = '') =>
  createMask({ country, organization, title });
const masked = (text: string) => maskOf().text(text);

describe('a personal profile is masked', () => {
  test.each([
    ['see https://www.linkedin.com/in/jane-doe-123/', 'see [profile]'],
    ['uk.linkedin.com/in/jane', '[profile]'],
    ['see https://m.linkedin.com/in/jane-doe', 'see [profile]'],
    ['https://www.linkedin.com/comm/in/jane-doe', '[profile]'],
    ['m.facebook.com/profile.php?id=7 or de-de.facebook.com/people/Jane/7', '[profile] or [profile]'],
    ['web.xing.com/profile/Jane_Doe', '[profile]'],
    ['(https://www.xing.com/profile/Jane_Doe)', '([profile])'],
    ['book https://calendly.com/jane/30min today', 'book [profile] today'],
    ['t.me/janedoe', '[profile]'],
    ['https://wa.me/4915112345678', '[profile]'],
    ['https://api.whatsapp.com/send?phone=4915112345678', '[profile]'],
    ['whatsapp.com/send/?text=Hi&phone=4915112345678', '[profile]'],
    ['Skype: jane.doe', '[profile]'],
    ['Write on Telegram @janedoe.', 'Write on [profile].'],
    ['Telegram: @jane.doe, today', '[profile], today'],
    ['Discord username @jane_doe', '[profile]'],
    ['Jane Doe (Telegram @janedoe)', '[name] ([profile])'],
  ])('%s', (text, result) => {
    expect(masked(text)).toBe(result);
  });

  test.each([
    'https://www.linkedin.com/company/boats',
    'https://m.linkedin.com/jobs/view/123',
    'https://notlinkedin.com/in/port',
    'https://a.b.c.linkedin.com.boats.example/in/port',
    'https://blog.cal.com/how-we-fold',
    'https://github.com/boats/engine',
    'https://x.example/boats',
    'experience with the LinkedIn API',
    'bots for Telegram and Discord',
    'follow @boats on Telegram',
    'Signal @Input() of the framework',
  ])('and this is none: %s', (text) => {
    expect(masked(text)).toBe(text);
  });
});

test('masked again, nothing changes', () => {
  const text = 'Recruiter: Jane Doe, jane@boats.example, +49 30 901820, linkedin.com/in/jane\nThanks,\nJane';
  const once = masked(text);
  expect(once).toBe('Recruiter: [name], [email], [phone], [profile]\nThanks,\n[name]');
  expect(masked(once)).toBe(once);
});

test('the name of an employer is no person’s, but a part of one of its words may be', () => {
  expect(maskOf(null, 'Rolls Royce Ltd').text('Contact: Rolls Royce')).toBe('Contact: Rolls Royce');
  expect(maskOf(null, 'Danfoss').text('Thanks,\nDan\n')).toBe('Thanks,\n[name]\n');
});

describe('a trade before a job title is no name', () => {
  test.each([
    'Equity Derivatives, Vice President',
    'Fraud Prevention, Vice President',
    'Fixed Income, Director',
    'Registered Nurse, Director of Nursing',
    'Film Editor, Director',
    'Trade Desk, VP',
    'Engineer – Rates Trading, Director',
  ])('%s', (title) => {
    expect(maskOf(null, 'Paper Boats', title).text(title)).toBe(title);
    const text = `We fold.\n\n${title}\n`;
    expect(maskOf(null, 'Paper Boats', title).text(text)).toBe(text);
  });

  test('but a title keeps no name behind "Recruiter:", and no address', () => {
    const title = 'Folder, Recruiter: Jane Doe (jane@boats.example)';
    expect(maskOf(null, 'Paper Boats', title).text(title)).toBe('Folder, Recruiter: [name] ([email])');
  });
});

test('what was masked is counted by kind, over all texts of a posting', () => {
  const mask = maskOf();
  mask.text('jane@boats.example and joe@boats.example');
  mask.contacts('call (415) 555-0100');
  expect(mask.masked).toEqual({ email: 2, phone: 1, profile: 0, name: 0 });
});

describe('an address of the web', () => {
  test.each([
    ['https://jobs.example/7?ref=4155550100', 'https://jobs.example/7?ref=4155550100'],
    ['https://jobs.example/7?to=jane%40boats.example', 'https://jobs.example/7'],
    ['https://jobs.example/jane@boats.example', null],
    ['https://jobs.example/7?to=jane\u200d@boats.example', 'https://jobs.example/7'],
    ['https://jobs.example/7?to=jane%E2%80%8D@%C2%ADboats.example', 'https://jobs.example/7'],
    ['https://jobs.example/%E0%A4%A', 'https://jobs.example/%E0%A4%A'],
    ['https://jobs.example/1?q=100%&to=jane%40boats.example', 'https://jobs.example/1'],
    ['https://www.linkedin.com/in/jane-doe', null],
    ['https://m.linkedin.com/in/jane-doe', null],
    ['https://jobs.example/1?more=https%3A%2F%2Fcalendly.com%2Fjane', 'https://jobs.example/1'],
  ])('%s', (url, result) => {
    expect(maskOf().url(url)).toBe(result);
  });
});

const workOf = (text: string, runs = 1): number => {
  const before = process.threadCpuUsage();
  for (let run = 0; run < runs; run += 1) masked(text);
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / runs;
};

// The longest description that is accepted; quadratic work would take well over 1,000 times as much.
test.each([
  '@',
  'a@',
  'a@b.',
  ' at a dot ',
  '(at)a.',
  '1 ',
  '1-(',
  'Aa ',
  "A' ",
  'Contact: Aa ',
  'to Aa Bb [email] ',
  'thanks\n\n',
  'linkedin.com/in/',
  'm.linkedin.com/',
  'a-a.a.linkedin ',
  'Dr. ',
  'Contact: Dr. rer. ',
  'Contact is Prof. A. Aa ',
  'Contact: Frau Dr. Aa ',
  'Frau A.-B.C. von ',
  'Contact: Aa, Aa ',
  'Contact:\n',
  'a dot ',
  'a dot a at a dot com ',
  'a%40',
  'a ät a.',
  'a+a=',
  '+a=a@',
  '((at)) a',
  'a。a@a。',
  'a_AT_',
  'telegram @aa.',
  'mail ',
  'tel 1',
  '020 7946 0018 ',
  'Tel.',
  'tel=_1',
  '1x1',
  'tel.1 ext1',
  '１-',
  '+ 1 ',
  'ref no 1',
  'case id: 030-1 ',
  '+49 30 901820 ',
])('200,000 characters of %j take no more work than 60 ordinary texts as long', (piece) => {
  const ordinary =
    'You write Go and Kafka in Berlin, 3+ years, €70k - €90k. Apply to us at our site.\n'.repeat(2_400);
  expect(workOf(piece.repeat(Math.ceil(200_000 / piece.length)))).toBeLessThan(60 * workOf(ordinary, 10));
});
