import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { compare, mayBeTogether } from './compare.ts';
import { postingOf, textOf } from './fixtures.ts';
import { signatureOf, type LinkedPosting } from './signature.ts';

const classOf = (a: Partial<LinkedPosting>, b: Partial<LinkedPosting>) =>
  compare(signatureOf(postingOf(a)), signatureOf(postingOf(b))).class;
const edited = `${textOf(1, 380)} ${textOf(9, 20)}`;
const nowhere = { country: null, region: null, city: null };
const munich = { country: 'DE', region: null, city: 'Munich' };

describe('a posting and one', () => {
  test.each<[string, Partial<LinkedPosting>, string]>([
    [
      'of the same text, in other lines and case',
      { description: textOf(1).toUpperCase().replaceAll(' ', '\n') },
      'full',
    ],
    ['of the same text a month later', { datePosted: '2026-02-10' }, 'repost'],
    ['of the same text in another city', { location: munich }, 'places'],
    ['of an edited text in another city', { location: munich, description: edited }, 'places'],
    ['of an edited text', { description: edited }, 'partial'],
    ['whose title is spelled in another way', { title: 'Sr. Back-end Developer (m/w/d)' }, 'full'],
    ['whose title names its city', { title: 'Senior Backend Engineer - Munich', location: munich }, 'places'],
    ['of another legal form of the organization', { organization: 'ACME GmbH' }, 'full'],
    ['of a longer name of the organization', { organization: 'Acme Robotics' }, 'full'],
    ['without an organization', { organization: null }, 'full'],
    ['of another organization', { organization: 'Other' }, 'none'],
    ['in another country', { location: { country: 'AT', region: null, city: 'Vienna' } }, 'none'],
    ['in no known country', { location: { country: null, region: null, city: null } }, 'none'],
    ['whose title names another country', { title: 'Senior Backend Engineer, Austria' }, 'none'],
    ['for another team, by a template', { title: 'Senior Backend Engineer, Risk' }, 'none'],
    ['of another level, by a template', { title: 'Staff Backend Engineer' }, 'none'],
    ['for what only its title says, at the same place', { title: 'Senior Backend Engineer - Risk' }, 'none'],
    [
      'for a shop that only its title says, elsewhere',
      { title: 'Senior Backend Engineer - Elgin', location: munich },
      'places',
    ],
    ['of a level, by a template', { title: 'Backend Engineer' }, 'none'],
    ['for the night, by a template', { title: 'Senior Backend Engineer - Night Shift' }, 'none'],
    ['of the same title and another text', { description: textOf(2) }, 'none'],
    ['of which half is about the company', { description: `${textOf(1, 200)} ${textOf(3, 200)}` }, 'none'],
  ])('%s: %s', (_, other, expected) => {
    expect(classOf({}, other)).toBe(expected);
  });

  // An advertisement that is written anew: two of five sequences of words, about, are as before.
  const short = textOf(1, 200);
  const anew = `${textOf(1, 120)} ${textOf(9, 80)}`;
  const later = '2026-03-10';
  test.each<[string, Partial<LinkedPosting>, string]>([
    ['written anew', { description: anew }, 'partial'],
    ['with other words', { description: textOf(2, 200) }, 'none'],
    ['edited, with a longer title', { title: 'Senior Backend Engineer, Risk', datePosted: later }, 'repost'],
    ['of the same week with a longer title', { title: 'Senior Backend Engineer, Risk' }, 'none'],
    [
      'written anew, with a longer title',
      { title: 'Senior Backend Engineer, Risk', datePosted: later, description: anew },
      'none',
    ],
    ['for the night', { title: 'Senior Backend Engineer - Night Shift', datePosted: later }, 'none'],
    ['for more levels', { title: 'Mid or Senior Backend Engineer', datePosted: later }, 'repost'],
    ['of no level', { title: 'Backend Engineer', datePosted: later }, 'none'],
    ['in no known country', { location: nowhere }, 'places'],
    ['in another country', { location: { country: 'AT', region: null, city: 'Vienna' } }, 'none'],
    [
      'in no known country, for a region',
      { title: 'Senior Backend Engineer, EMEA', location: nowhere },
      'none',
    ],
    ['of a place for an organization', { organization: 'Berlin, Germany' }, 'full'],
  ])('of 200 words, and one %s: %s', (_, other, expected) => {
    expect(classOf({ description: short }, { description: short, ...other })).toBe(expected);
  });

  test.each([
    ['the same roles', 'We now hire a backend engineer and a data analyst.', 'partial'],
    ['other roles', 'We hire a sales manager and a product designer.', 'none'],
  ])('without a title, which names %s: %s', (_, roles, expected) => {
    const title = 'Acme | Berlin | ONSITE';
    const about = textOf(1, 20);
    expect(
      classOf(
        { title, description: `${about} We hire a backend engineer and a data analyst.` },
        { title, description: `${about} ${roles}` },
      ),
    ).toBe(expected);
  });
});

const vienna = { country: 'AT', region: null, city: 'Vienna' };
describe('an advertisement without a title and', () => {
  const title = 'Acme | Berlin | ONSITE';
  const both = 'Acme | Vienna, Austria or Berlin, Germany | ONSITE';
  test.each<[string, Partial<LinkedPosting>, string]>([
    ['one in another country', { title: 'Acme | Vienna | ONSITE', location: vienna }, 'none'],
    ['one that names the country too', { title: both, location: vienna }, 'places'],
    ['one of the place that names another country', { title: 'Acme | Denmark, Berlin | ONSITE' }, 'full'],
    [
      'an edited one in no known country',
      { title: 'Acme | ONSITE', location: nowhere, description: edited },
      'places',
    ],
    ['one of another region', { title: 'Acme | REMOTE (EMEA)', location: nowhere }, 'none'],
    ['one with a title in no known country', { location: nowhere }, 'places'],
    [
      'one in no known country of which a third is other',
      { title: 'Acme | ONSITE', location: nowhere, description: `${textOf(1, 320)} ${textOf(9, 80)}` },
      'none',
    ],
  ])('%s: %s', (_, other, expected) => {
    expect(classOf({ title }, other)).toBe(expected);
  });
});

test('two advertisements in no known country for other regions are of two jobs', () => {
  const of = (region: string) => ({ title: `Acme | REMOTE (${region})`, location: nowhere });
  expect([classOf(of('EMEA'), of('LATAM')), classOf(of('EMEA'), of('EMEA'))]).toEqual(['none', 'full']);
});

describe('titles of several jobs', () => {
  test.each([
    [
      'Engineers, Designers, Product Managers',
      'Engineers, Designers, Product Managers, Analysts, Writers',
      'partial',
    ],
    ['Engineers, Designers, Managers', 'Engineers, Analysts, Writers', 'none'],
    ['Software Engineer', 'Software Engineer & others', 'partial'],
    ['Designer', 'Designers, Engineers, Analysts', 'none'],
  ])('"%s" and "%s": %s', (title, other, expected) => {
    expect(classOf({ title }, { title: other, description: edited })).toBe(expected);
  });
});

test.each([
  ['a week', '2026-01-10', 'none'],
  ['two months', '2026-03-10', 'partial'],
])('advertisements that differ in what they seek, within %s: %s', (_, datePosted, expected) => {
  const title = 'Acme | Berlin | ONSITE';
  const about = textOf(1, 100);
  const [one, other] = ['backend engineer', 'data analyst'].map((role) => `${about} We seek a ${role}.`);
  expect(classOf({ title, description: one! }, { title, description: other!, datePosted })).toBe(expected);
});

test('titles of several jobs, of which most are the same, need no roles in common in the text', () => {
  const description = (role: string) => `${textOf(1, 60)} ${role} ${textOf(role.length, 25)}`;
  const pair = (a: string, b: string) =>
    classOf(
      { title: a, description: description('a data analyst') },
      { title: b, description: description('one sales manager'), datePosted: '2026-03-10' },
    );
  expect(pair('Engineers, QA, DevOps', 'Engineers, QA, Ops')).toBe('partial');
  expect(pair('Frontend, Backend Engineers', 'Backend, Agent, Success Engineers')).toBe('none');
});

test('a text of a few words tells no job without a title, or without an organization', () => {
  const few = { description: 'We are hiring.' };
  expect(classOf(few, few)).toBe('full');
  expect(classOf({ ...few, title: '' }, { ...few, title: '' })).toBe('none');
  expect(classOf({ ...few, organization: null }, few)).toBe('none');
});

const anyPosting = fc.record({
  title: fc.constantFrom(
    'Senior Cook',
    'Cook',
    'Cook - Berlin',
    'Acme | ONSITE',
    'Engineers and Designers',
    '',
  ),
  organization: fc.constantFrom('Acme', 'ACME Inc.', 'Other', null),
  description: fc.oneof(fc.constantFrom(textOf(1), edited, ''), fc.string({ unit: 'grapheme' })),
  location: fc.record({
    country: fc.constantFrom('DE', 'AT', null),
    region: fc.constant(null),
    city: fc.constantFrom('Berlin', 'Vienna', null),
  }),
  datePosted: fc.constantFrom('2026-01-01', '2026-03-01'),
});

test('two postings are compared alike in either order, and the signature of one is always the same', () => {
  fc.assert(
    fc.property(anyPosting, anyPosting, (a, b) => {
      const [one, other] = [signatureOf(a), signatureOf(b)];
      expect(compare(one, other)).toEqual(compare(other, one));
      expect(signatureOf(structuredClone(a))).toEqual(one);
    }),
  );
});

test('another country of titles or organization, or a level that only one title has, is never linked', () => {
  fc.assert(
    fc.property(anyPosting, anyPosting, (a, b) => {
      const [one, other] = [signatureOf(a), signatureOf(b)];
      const mayNot =
        (one.country !== null &&
          other.country !== null &&
          one.country !== other.country &&
          one.title.job.length > 0 &&
          other.title.job.length > 0) ||
        (one.organization !== null &&
          other.organization !== null &&
          one.organization !== other.organization) ||
        (one.title.job.length > 0 &&
          other.title.job.length > 0 &&
          one.title.level.join() !== other.title.level.join());
      fc.pre(mayNot);
      expect(compare(one, other).class).toBe('none');
    }),
  );
});

test.each<[string, Partial<LinkedPosting>, boolean]>([
  ['without an organization', { organization: null }, true],
  [
    'of a longer name of the organization, for another job',
    { organization: 'Acme Robotics', title: 'Nurse' },
    true,
  ],
  ['of another organization', { organization: 'Other' }, false],
  ['in another country', { location: { country: 'AT', region: null, city: 'Vienna' } }, false],
])(
  'a posting may be of a group with one %s, or not, by organization and country alone',
  (_, other, expected) => {
    expect(mayBeTogether(signatureOf(postingOf({})), signatureOf(postingOf(other)))).toBe(expected);
  },
);
