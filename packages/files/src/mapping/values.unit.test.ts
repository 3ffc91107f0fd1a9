import { describe, expect, test } from '@jest/globals';
import { orderOf, readDate } from './date.ts';
import { flatten } from './flatten.ts';
import { identityOf } from './identity.ts';
import { sourceNameOf, sourceOfFile } from '@skillstream/contracts/source-name';
import { readBoolean, readHomeShare, readWorkplace } from './words.ts';

describe('a date', () => {
  test.each([
    ['2025-10-21', '2025-10-21'],
    ['2025-10', '2025-10'],
    ['2025-10-21T23:30:00-05:00', '2025-10-21T23:30:00-05:00'],
    ['2025-10-21 23:30:00', '2025-10-21 23:30:00'],
    ['2025-10-21 23:30:00 UTC', '2025-10-21'],
    ['2025-11-01 00:30:00 +0200', '2025-11-01'],
    ['2025/10/21', '2025-10-21'],
    ['20251021', '2025-10-21'],
    ['21.10.2025', '2025-10-21'],
    ['1.2.2025', '2025-02-01'],
    ['21.10.25', '2025-10-21'],
    ['21/10/2025 14:30', '2025-10-21'],
    ['10/21/2025 2:30 PM', '2025-10-21'],
    ['10-21-2025', '2025-10-21'],
    ['04/04/2025', '2025-04-04'],
    ['21 Oct 2025', '2025-10-21'],
    ['21-Oct-25', '2025-10-21'],
    ['3. Jänner 2025', '2025-01-03'],
    ['4. März 2025', '2025-03-04'],
    ['21. 10. 2025', '2025-10-21'],
    ['21st October, 2025', '2025-10-21'],
    ['21-Oct-2025', '2025-10-21'],
    ['Oct 21, 2025', '2025-10-21'],
    ['Sept. 1, 2025', '2025-09-01'],
    ['21. Oktober 2025', '2025-10-21'],
    ['1er août 2025', '2025-08-01'],
    ['21 de octubre de 2025', '2025-10-21'],
    ['21 de outubro de 2025', '2025-10-21'],
    ['21 października 2025', '2025-10-21'],
    ['Tue, 21 Oct 2025 23:30:00 -0500', '2025-10-21'],
    ['Sat, 01 Nov 2025 00:30:00 +0200', '2025-11-01'],
    ['Fri, 31 Oct 2025 23:30:00 EST', '2025-10-31'],
    ['Tue, 21 Oct 2025 08:30:00 GMT', '2025-10-21'],
    ['1761004800', '2025-10-21T00:00:00.000Z'],
    ['1761004800123', '2025-10-21T00:00:00.123Z'],
  ])('as %s is %s', (text, date) => {
    expect(readDate(text, null)).toEqual({ date });
  });

  test.each([
    'yesterday',
    '2025',
    '31.02.2025',
    '13/13/2025',
    '21 Foo 2025',
    '',
    '7',
    `1.1.${'2'.repeat(99)}`,
  ])('as %j is refused with a reason', (text) => expect(readDate(text, 'dmy')).toHaveProperty('message'));

  test('of which day and month could be exchanged is read in the order of the file, and refused without one', () => {
    expect(readDate('03/04/2025', 'dmy')).toEqual({ date: '2025-04-03' });
    expect(readDate('03/04/2025', 'mdy')).toEqual({ date: '2025-03-04' });
    expect(readDate('03/04/2025', null)).toMatchObject({
      ...{ message: expect.stringContaining('no date near it tells which'), ambiguous: true },
    });
    expect(readDate('03/04/2025', 'both')).toMatchObject({
      ...{ message: expect.stringContaining('dates of the file show both orders'), ambiguous: true },
    });
    for (const text of ['4/04/2025', '26/05/2025', '05/26/2025'])
      expect(readDate(text, 'both')).toHaveProperty('date');
  });

  test('over twelve tells the order of all, unless another tells the opposite', () => {
    expect(orderOf(['03/04/2025', '05/26/2025'])).toBe('mdy');
    expect(orderOf(['03/04/2025', '26-05-2025 10:00'])).toBe('dmy');
    expect(orderOf(['03/04/2025'])).toBeNull();
    expect(orderOf(['26/05/2025', '05/26/2025'])).toBe('both');
    expect(orderOf(['26.05.2025', '2025-05-26'])).toBeNull();
  });

  test.each(['13/45/2025', '45/13/2025', '02/30/2025', '31/11/2025', '29/02/2025', '00/05/2025'])(
    'that is none in either order, %s, tells no order, and says that it is no day',
    (text) => {
      expect(orderOf([text])).toBeNull();
      expect(orderOf([text, '05/26/2025'])).toBe('mdy');
      expect(orderOf([text, '26/05/2025'])).toBe('dmy');
      for (const order of ['dmy', 'mdy', 'both', null] as const)
        expect(readDate(text, order)).toEqual({ message: 'is no day of the calendar' });
    },
  );
});

test.each([
  ['yes', true],
  ['TRUE', true],
  ['1', true],
  ['Remote', true],
  ['oui', true],
  ['Ja', true],
  ['nein', false],
  ['0', false],
  ['0 %', false],
  ['maybe', null],
])('the word %s is %p', (word, value) => expect(readBoolean(word)).toBe(value));

test.each([
  ['Hybrid', 'hybrid'],
  ['ON_SITE', 'onsite'],
  ['TELECOMMUTE', 'remote'],
  ['Fully remote', 'remote'],
  ['not remote', 'onsite'],
  ['Remote (no travel)', 'remote'],
  ['Remote or on-site', 'remote'],
  ['In office', 'onsite'],
  ['Home Office', 'remote'],
  ['Home-Office', 'remote'],
  ['HOME_OFFICE', 'remote'],
  ['Kein Home-Office', 'onsite'],
  ['2 Tage Homeoffice', 'hybrid'],
  ['3 days on-site', 'hybrid'],
  ['2 Tage Homeoffice im Monat', null],
  ['Remote, 3 days a quarter on-site', 'remote'],
  ['Remote, 4 day week', 'remote'],
  ['5 days on-site', 'onsite'],
  ['7', null],
])('the work place %s is %p', (words, value) => expect(readWorkplace(words)).toBe(value));

test.each([
  ['2 Tage/Woche', 'hybrid'],
  ['bis zu 3 Tage pro Woche', 'hybrid'],
  ['1-2 Tage', 'hybrid'],
  ['zwei Tage', 'hybrid'],
  ['2x pro Woche', 'hybrid'],
  ['3 days a week', 'hybrid'],
  ['50 %', 'hybrid'],
  ['bis zu 80%', 'hybrid'],
  ['50 % remote', 'hybrid'],
  ['100%', 'remote'],
  ['5 Tage/Woche', 'remote'],
  ['2 Tage/Monat', null],
  ['12 Tage', null],
  ['5 Tage', null],
  ['bis zu 100 %', null],
  ['möglich', null],
  ['nach Absprache', null],
])('the work at home %s is %p', (words, value) => expect(readHomeShare(words)).toBe(value));

describe('the id of a posting', () => {
  const posting = {
    ...{ id: '7', url: 'https://jobs.example/1', title: 'a', organization: 'b' },
    ...{ location: 'c', description: 'd' },
  };
  test('is its own, else its address, else a hash of what it says', () => {
    expect(identityOf(posting)).toEqual({ sourceId: '7', basis: 'id' });
    expect(identityOf({ ...posting, id: undefined })).toEqual({ sourceId: posting.url, basis: 'url' });
    const hashed = identityOf({ ...posting, id: undefined, url: undefined });
    expect(hashed).toEqual({ sourceId: expect.stringMatching(/^[0-9a-f]{32}$/), basis: 'content' });
    expect(identityOf({ ...posting, id: undefined, url: undefined })).toEqual(hashed);
    const moved = { ...posting, id: undefined, url: undefined, title: undefined, organization: 'ab' };
    expect(identityOf(moved).sourceId).not.toBe(hashed.sourceId);
  });

  test.each(['https://jobs.example/?to=a@b.example', 'https://jobs.example/?to=a%40b.example'])(
    'is a hash of an address with an e-mail address in it: %s',
    (url) => {
      expect(identityOf({ ...posting, id: undefined, url })).toEqual({
        sourceId: expect.stringMatching(/^[0-9a-f]{32}$/),
        basis: 'url',
      });
    },
  );

  test('is a hash of an address that is longer than an id may be', () => {
    const long = identityOf({ ...posting, id: undefined, url: `https://jobs.example/${'a'.repeat(300)}` });
    expect(long).toEqual({ sourceId: expect.stringMatching(/^[0-9a-f]{32}$/), basis: 'url' });
  });
});

test.each([
  ['jobs.csv', 'jobs'],
  ['/tmp/My Export (2).csv.gz', 'my-export-2'],
  ['C:\\files\\Bötchen.TSV', 'botchen'],
  ['jobs.berlin.csv', 'jobs-berlin'],
  ['jobs.berlin.ndjson.zst', 'jobs-berlin'],
  ['jobs.ZIP', 'jobs'],
  ['sample.csv', 'sample-file'],
  ['.csv', 'file'],
  [`${'a'.repeat(99)}.csv`, 'a'.repeat(64)],
])('postings of the file %s have the source %s', (file, source) => {
  expect(sourceOfFile(file)).toBe(source);
});

test.each([
  ['LinkedIn Ads', 'linkedin-ads'],
  ['a', 'a'],
  ['…', null],
])('the source %s is named %p', (text, name) => expect(sourceNameOf(text)).toBe(name));

test('values within others are found by the way to them, bounded in depth and number', () => {
  const row = {
    ...{ title: 'a', company: { name: 'b', size: null }, tags: ['x', 'y'] },
    ...{ places: [{ city: 'c' }, { city: 'd' }], deep: { a: { b: { c: { d: { e: 1 } } } } } },
  };
  expect([...flatten(row)]).toEqual([
    ['title', 'a'],
    ['company.name', 'b'],
    ['tags', 'x, y'],
    ['places.city', 'c'],
  ]);
  const wide = Object.fromEntries(Array.from({ length: 3000 }, (_, index) => [`k${index}`, index]));
  expect(flatten(wide).size).toBe(1000);
});
