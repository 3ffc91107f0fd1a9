import { describe, expect, test } from '@jest/globals';
import { mapRow } from './map-row.ts';

const hn = {
  source: 'hn',
  sourceId: '1',
  month: '2016-05',
  url: 'https://news.example/item?id=1',
  html: '<font color="#000000">Paper Boats Inc (YC W00) | Senior Sail &amp; Mast Engineer | Berlin, Germany | ONSITE<p>We fold.</p></font>',
  location: 'Berlin, Germany',
  country: 'DE',
  remote: false,
};

describe('a Hacker News comment', () => {
  test('gives organization and title from its opening line, and the first of the month', () => {
    expect(mapRow(hn)).toEqual({
      source: 'hn',
      sourceId: '1',
      title: 'Senior Sail & Mast Engineer',
      organization: 'Paper Boats Inc',
      description: hn.html,
      descriptionFormat: 'html',
      location: 'Berlin, Germany',
      country: 'DE',
      datePosted: '2016-05',
      url: 'https://news.example/item?id=1',
    });
  });

  test.each([
    ['Paper Boats - Berlin - Data Scientist', 'Paper Boats', 'Data Scientist'],
    ['Paper Boats (https://boats.example) | Berlin | Full-time', 'Paper Boats', undefined],
    ['Lead Developer | Paper Boats | Berlin', undefined, 'Lead Developer'],
    ['Berlin, Germany | Paper Boats | Developer', undefined, 'Developer'],
    ['We at Paper Boats are hiring developers in Berlin.', undefined, undefined],
    ['<p></p><p>Paper Boats &#x2F;&#x2F; Web Developer', 'Paper Boats', 'Web Developer'],
    ['Boats &constructor; &amp; Co | Web Developer', 'Boats &constructor; & Co', 'Web Developer'],
    ['', undefined, undefined],
  ])('"%s"', (html, organization, title) => {
    const { organization: name, title: role } = mapRow({ ...hn, html });
    expect({ name, role }).toEqual({ name: organization, role: title });
  });

  test.each([
    ['no other name than that of the website', 'Paper Boats, Berlin (https://fleet.example)', undefined],
    ['its whole name', 'Paper Boats, Berlin (https://paperboats.example)', 'Paper Boats'],
    [
      'a place before it',
      'Berlin, Germany | Paper Boats | Chef<p>https://paper-boats.example',
      'Paper Boats',
    ],
    ['a longer name at the head', 'Paper Boats Labs | Chef<p>www.paperboats.example', 'Paper Boats Labs'],
    ['an owner in brackets', 'Paper Boats (Big Fleet) | Chef<p>https://bigfleet.example', 'Paper Boats'],
    ['only the owner', 'Chef in Berlin (Big Fleet)<p>https:&#x2F;&#x2F;jobs.bigfleet.co.uk', 'Big Fleet'],
    ['words of an address like "get" and "app"', 'Boatly, all over<p>http://getboatlyapp.example', 'Boatly'],
    ['words on both sides of a comma', 'Chefs, Berlin<p>https://chefsberlin.example', undefined],
    ['the host of a job board', 'Paper Boats | Berlin | https://jobs.fleet.example/boats', 'Paper Boats'],
    ['a tool, beside a head', 'Boats | Chef | Kubernetes, Docker<p>https://kubernetes.example', 'Boats'],
    ['who signs', 'Jane Doe here, looking for a chef<p>https://janedoe.example<p>Best, Jane Doe', undefined],
    ['a label before an address', 'Boats | Chef | GitHub: https://github.example/boats', 'Boats'],
    ['what a job is about', 'Boats | React Developer<p>https://react.example', 'Boats'],
    ['a name before its address', 'Boats: https://boats.example is the place to be', 'Boats'],
    ['another one who "is hiring"', 'Paper Boats (YC) is currently hiring chefs in Berlin', 'Paper Boats'],
    ['"We are hiring"', 'We are hiring chefs in Berlin', undefined],
  ])('is of the organization that the opening and a website name: %s', (_, html, organization) => {
    expect(mapRow({ ...hn, html }).organization).toBe(organization);
  });

  test('is remote where its flag is true; false says nothing', () => {
    expect(mapRow({ ...hn, remote: true }).remote).toBe(true);
    expect(mapRow(hn)).not.toHaveProperty('remote');
  });

  test('without a place leaves it out', () => {
    const posting = mapRow({ ...hn, location: null, country: null });
    expect(posting).not.toHaveProperty('location');
    expect(posting).not.toHaveProperty('country');
  });
});

const ashby = {
  source: 'ashby',
  sourceId: 'a-1',
  company: 'paper-boats',
  title: 'Backend Engineer',
  employmentType: 'FullTime',
  location: 'London',
  country: 'United Kingdom',
  isRemote: false,
  postedAt: '2025-10-10T21:10:27.371+00:00',
  salary: { min: 50_000, max: 60_000, currency: 'GBP', interval: '1 YEAR' },
  url: 'https://jobs.example/a-1',
  description: 'We fold.',
};

describe('an Ashby posting', () => {
  test('comes over field by field', () => {
    expect(mapRow(ashby)).toEqual({
      source: 'ashby',
      sourceId: 'a-1',
      title: 'Backend Engineer',
      organization: 'paper-boats',
      description: 'We fold.',
      location: 'London',
      country: 'United Kingdom',
      remote: false,
      employmentType: 'FullTime',
      salary: { min: 50_000, max: 60_000, currency: 'GBP', period: 'year' },
      datePosted: '2025-10-10T21:10:27.371+00:00',
      url: 'https://jobs.example/a-1',
    });
  });

  test.each([
    ['1 HOUR', 'hour'],
    ['1 MONTH', 'month'],
    ['1 TIME', undefined],
  ])('paid by %s', (interval, period) => {
    expect(mapRow({ ...ashby, salary: { ...ashby.salary, interval } }).salary?.period).toBe(period);
  });

  test('has no salary where its interval is a word that every object has', () => {
    const salary = { min: 1, max: 2, currency: 'USD', interval: 'constructor' };
    expect(mapRow({ ...ashby, salary })).not.toHaveProperty('salary');
  });

  test('has the workplace where the board names it, beside the flag', () => {
    expect(mapRow({ ...ashby, workplaceType: 'Hybrid' })).toMatchObject({
      workplace: 'hybrid',
      remote: false,
    });
    expect(mapRow({ ...ashby, workplaceType: 'Moon' })).not.toHaveProperty('workplace');
  });

  test('has the words of a salary where the board has none in fields, its "$" as the US dollar', () => {
    const worded = { ...ashby, salary: null, salaryText: '$90K – $110K • CA$5K Bonus' };
    expect(mapRow(worded)).toMatchObject({ salaryText: 'US$90K – US$110K • CA$5K Bonus' });
    expect(mapRow({ ...worded, salaryText: '$'.repeat(400) }).salaryText).toHaveLength(300);
    expect(mapRow({ ...worded, salary: ashby.salary })).not.toHaveProperty('salaryText');
  });

  test('leaves out what is null or empty', () => {
    const bare = {
      ...ashby,
      country: '',
      isRemote: null,
      salary: null,
      location: null,
      employmentType: null,
    };
    expect(Object.keys(mapRow(bare))).toEqual([
      'source',
      'sourceId',
      'title',
      'organization',
      'description',
      'datePosted',
      'url',
    ]);
  });
});

test.each([
  ['a Hacker News comment', hn],
  ['an Ashby posting', ashby],
])('the fields of %s are of it where the row names no source, and not where it names another', (_, row) => {
  expect(mapRow({ ...row, source: undefined })).toEqual(mapRow(row));
  const other = { ...row, source: 'acme' };
  expect(mapRow(other)).toBe(other);
});

test.each([[{ source: 'x', sourceId: '1', description: 'y' }], [null], [7], [[]], ['text']])(
  'any other row goes on as it is: %j',
  (row) => {
    expect(mapRow(row)).toBe(row);
  },
);
