import { describe, expect, test } from '@jest/globals';
import { canonicalPosting, postingInput, type PostingInput } from '@skillstream/contracts';
import { originOf, originOfId } from '@skillstream/contracts/origin';
import fc from 'fast-check';
import { canonicalize } from './canonical-posting.ts';
import { contentHashOf } from './content-hash.ts';
import { postingIdOf } from './posting-id.ts';

const now = new Date('2025-06-15T12:00:00Z');
const input: PostingInput = {
  source: 'demo',
  sourceId: '42',
  title: 'Senior Backend Engineer',
  organization: ' Acme  Ltd ',
  description: '<p>You know <b>Go</b> and Kafka.</p><p>We pay &euro;70k - &euro;90k.</p>',
  location: 'Berlin, Germany (Hybrid)',
  employmentType: 'FullTime',
  datePosted: '2025-06-01',
  url: 'https://jobs.example/42',
};

const postingOf = (given: PostingInput, at = now) => {
  const result = canonicalize(given, at);
  if ('faults' in result) throw new Error(JSON.stringify(result.faults));
  return result.posting;
};
const issuesOf = (given: PostingInput) => {
  const result = canonicalize(given, now);
  return 'faults' in result ? result.faults.map(({ path }) => path) : [];
};

test('a posting is converted completely', () => {
  expect(postingOf(input)).toEqual({
    postingId: postingIdOf('demo', '42'),
    source: 'demo',
    sourceId: '42',
    title: 'Senior Backend Engineer',
    organization: 'Acme Ltd',
    description: 'You know Go and Kafka.\n\nWe pay €70k - €90k.',
    location: { country: 'DE', region: null, city: 'Berlin' },
    workplace: 'hybrid',
    role: 'backend',
    seniority: 'senior',
    employmentType: 'full-time',
    salary: { min: 70_000, max: 90_000, currency: 'EUR', period: 'year' },
    datePosted: '2025-06-01',
    url: 'https://jobs.example/42',
    language: 'en',
    contentHash: expect.stringMatching(/^[\w-]{43}$/),
    receivedAt: '2025-06-15T12:00:00.000Z',
    derived: {
      location: { from: 'field', confidence: 'likely' },
      workplace: { from: 'field', confidence: 'stated' },
      role: { from: 'title', confidence: 'likely' },
      seniority: { from: 'title', confidence: 'likely' },
      salary: { from: 'text', confidence: 'likely', start: 31, end: 42 },
      language: { from: 'text', confidence: 'likely' },
    },
  });
});

describe('how a field came about', () => {
  const derivedOf = (change: Partial<PostingInput>) => postingOf({ ...input, ...change }).derived ?? {};

  test('is not said where the sender states it', () => {
    const stated = derivedOf({
      country: 'DE',
      workplace: 'remote',
      seniority: 'Senior',
      language: 'en',
      salary: { min: 1, currency: 'EUR', period: 'hour' },
    });
    // No field states a role.
    expect(Object.keys(stated)).toEqual(['role']);
  });

  test.each<[string, Partial<PostingInput>, object]>([
    ['words of a field', { salaryText: '€60k' }, { salary: { from: 'field', confidence: 'stated' } }],
    [
      'a lonely amount of the text',
      { description: 'We pay €65k and more.' },
      { salary: { from: 'text', confidence: 'guess', start: 7, end: 11 } },
    ],
    [
      'the title',
      { employmentType: undefined, title: 'Clerk (part-time)' },
      { employmentType: { from: 'title' } },
    ],
    [
      'the place in a title',
      { location: undefined, title: 'Clerk - Bonn' },
      { location: { confidence: 'guess' } },
    ],
    ['a flag', { location: 'Bonn', remote: true }, { workplace: { from: 'field', confidence: 'stated' } }],
    ['no word', { title: 'Clerk' }, { role: { from: 'default', confidence: 'guess' } }],
    [
      'the day of receipt',
      { datePosted: undefined },
      { datePosted: { from: 'default', confidence: 'guess' } },
    ],
  ])('%s', (_, change, derived) => {
    expect(derivedOf(change)).toMatchObject(derived);
  });

  test('the words for a salary are where it says', () => {
    const { description, derived } = postingOf(input);
    expect(description.slice(derived!.salary!.start, derived!.salary!.end)).toBe('€70k - €90k');
  });

  test('is no part of the content, so that a better rule alone makes no new version', () => {
    const { derived: _, ...posting } = postingOf(input);
    expect(contentHashOf(posting, posting.datePosted)).toBe(postingOf(input).contentHash);
  });
});

describe('what points to a person', () => {
  const personal = {
    ...input,
    title: 'Engineer, ask jane@boats.example',
    organization: 'Acme (jane@boats.example)',
    description:
      '<p>Send it to <b>Jane Doe</b> (jane&#64;&lrm;boats.example).</p><p>Or call +49 30 901820.</p>',
    location: { city: 'Berlin, 030 901820', region: 'jane@boats.example', country: 'DE' },
    url: 'https://jobs.example/42?by=jane%40boats.example',
  };

  test('is not what a title says before "Director", also where the text repeats it', () => {
    const title = 'Fraud Prevention, Vice President';
    const result = canonicalize({ ...input, title, description: `<p>We fold.</p><p>${title}</p>` }, now);
    expect(result).toMatchObject({ posting: { title, description: `We fold.\n\n${title}` } });
  });

  test('is masked in every field before anything is derived of it, and counted', () => {
    const result = canonicalize(personal, now);
    expect(result).toMatchObject({
      posting: {
        title: 'Engineer, ask [email]',
        organization: 'Acme ([email])',
        description: 'Send it to [name] ([email]).\n\nOr call [phone].',
        location: { city: 'Berlin, [phone]', region: '[email]', country: 'DE' },
        url: 'https://jobs.example/42',
      },
      masked: { email: 5, phone: 2, profile: 0, name: 1 },
    });
    expect(JSON.stringify(result)).not.toMatch(/jane|boats|901820/i);
  });

  test('in another form of the same posting makes no new version', () => {
    const other = { ...personal, description: personal.description.replaceAll('jane', 'joe') };
    expect(postingOf(other).contentHash).toBe(postingOf(personal).contentHash);
  });

  test('is refused in the id, which is a key in every store', () => {
    expect(issuesOf({ ...input, sourceId: 'jane@boats.example' })).toEqual(['sourceId']);
    expect(issuesOf({ ...input, sourceId: 'https://x.example/?to=jane%40boats.example' })).toEqual([
      'sourceId',
    ]);
    expect(issuesOf({ ...input, sourceId: '+49 171 2345678' })).toEqual(['sourceId']);
    expect(issuesOf({ ...input, sourceId: 'job?call=%2B491712345678' })).toEqual(['sourceId']);
    expect(issuesOf({ ...input, sourceId: 'jane\u200b@\u200eboats.example' })).toEqual(['sourceId']);
    expect(issuesOf({ ...input, sourceId: '+49\u200e1712345678' })).toEqual(['sourceId']);
    expect(issuesOf({ ...input, sourceId: 'https://m.linkedin.com/in/jane-doe' })).toEqual(['sourceId']);
    expect(issuesOf({ ...input, sourceId: 'https://wa.me/491712345678' })).toEqual(['sourceId']);
    expect(issuesOf({ ...input, sourceId: 'https://www.linkedin.com/jobs/view/123' })).toEqual([]);
    expect(issuesOf({ ...input, sourceId: '00491604155550100' })).toEqual([]);
  });
});

test.each(['3\0', '\u00003', '3\n4', '\u009b3'])(
  'an id with a control character is refused: %j',
  (sourceId) => {
    expect(issuesOf({ ...input, sourceId })).toEqual(['sourceId']);
  },
);

test.each([
  ['Remote team. Twice a year we meet in person.', 'remote', 'text'],
  ['Interviews take place in person at our office.', 'unknown', undefined],
  ['We are on-site experts for wind turbines', 'unknown', undefined],
  ['Onsite support is for partners: you help them from home.', 'unknown', undefined],
  ['You write software for our remote controls', 'unknown', undefined],
  ['Boats | Berlin | Onsite', 'onsite', 'text'],
])(
  'a first paragraph is a headline only where it is none of sentences: %s',
  (description, workplace, from) => {
    const posting = postingOf({ source: 'demo', sourceId: '7', title: 'DevOps Engineer', description });
    expect(posting.workplace).toBe(workplace);
    expect(posting.derived?.workplace?.from).toBe(from);
  },
);

test('without a title the first line is the title, and gives role, location and workplace', () => {
  const posting = postingOf({
    source: 'demo',
    sourceId: '42',
    description: 'Acme | Data Engineer | London, UK | Remote<p>Join us.',
  });
  expect(posting).toMatchObject({
    title: 'Acme | Data Engineer | London, UK | Remote',
    role: 'data',
    location: { country: 'GB', region: null, city: 'London' },
    workplace: 'remote',
    datePosted: '2025-06-15',
  });
});

describe('the content hash', () => {
  const later = new Date('2025-06-20T08:00:00Z');

  test('does not change with the time of receipt, with or without a date', () => {
    const undated = { ...input, datePosted: undefined };
    expect(postingOf(input, later).contentHash).toBe(postingOf(input).contentHash);
    expect(postingOf(undated, later).contentHash).toBe(postingOf(undated).contentHash);
  });

  test.each<[string, Partial<PostingInput>]>([
    ['title', { title: 'Backend Engineer' }],
    ['description', { description: 'Other words.' }],
    ['organization', { organization: 'Other' }],
    ['location', { location: 'Paris' }],
    ['datePosted', { datePosted: '2025-06-02' }],
    ['url', { url: 'https://jobs.example/43' }],
    ['salary', { salary: { min: 1, currency: 'EUR', period: 'hour' } }],
  ])('changes with the %s', (_, change) => {
    expect(postingOf({ ...input, ...change }).contentHash).not.toBe(postingOf(input).contentHash);
  });

  test('stays the same from release to release', () => {
    const posting = postingOf({
      source: 'demo',
      sourceId: '1',
      description: 'Plain.',
      datePosted: '2025-01-01',
    });
    expect(contentHashOf(posting, posting.datePosted)).toBe('WMidqJx6GOzq_63rXW63jMVQpz8tTg_S-530cZZqrWY');
  });
});

describe('issues name the field', () => {
  test.each<[string, Partial<PostingInput>, string[]]>([
    ['a future date', { datePosted: '2025-06-17' }, ['datePosted']],
    ['an unknown currency', { salary: { min: 1, currency: 'QQQ', period: 'year' } }, ['salary.currency']],
    ['a salary upside down', { salary: { min: 2, max: 1, currency: 'EUR', period: 'year' } }, ['salary.min']],
    [
      'an implausible salary',
      { salary: { min: 1e13, max: 1e300, currency: 'EUR', period: 'year' } },
      ['salary.min', 'salary.max'],
    ],
    ['a date before any posting', { datePosted: '0000-01-01T00:00:00+23:59' }, ['datePosted']],
    ['HTML nested too deep', { description: '<div>'.repeat(33_000) }, ['description']],
    ['no text', { description: '<p> </p>' }, ['description']],
    ['over 256 KB', { description: '漢'.repeat(100_000) }, ['']],
    ['several at once', { description: '<br>', datePosted: 'soon' }, ['description', 'datePosted']],
  ])('%s', (_, change, paths) => {
    expect(issuesOf({ ...input, ...change })).toEqual(paths);
  });
});

test('every input that passes the schema gives issues or a posting of the canonical schema', () => {
  const text = fc.string({ unit: 'binary', minLength: 1 });
  const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
  const inputs = fc.record({
    source: fc.constant('demo'),
    sourceId: text,
    title: optional(text),
    organization: optional(text),
    description: text,
    location: optional(fc.oneof(text, fc.record({ country: text, city: text }))),
    country: optional(text),
    remote: optional(fc.boolean()),
    seniority: optional(text),
    datePosted: optional(
      fc.oneof(
        text,
        fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
      ),
    ),
    language: optional(text),
  });
  fc.assert(
    fc.property(inputs, (given) => {
      const result = canonicalize(postingInput.parse(given), now);
      if ('posting' in result) canonicalPosting.parse({ ...result.posting, version: 1 });
      else expect(result.faults.length).toBeGreaterThan(0);
    }),
  );
});

test('a location is one line of visible text, however it was sent', () => {
  const place = { region: 'North\u0000\n Sea', city: `Ri${'\u0301'.repeat(100)}ga` };
  const { location } = postingOf({ ...input, location: { country: 'LV', ...place } });
  expect(location).toEqual({ country: 'LV', region: 'North Sea', city: `R\u00ed${'\u0301'.repeat(29)}ga` });
});

test('ids are safe in keys and URLs, differ by source and sourceId, and say their origin', () => {
  expect(postingIdOf('demo', '42')).toMatch(/^demo\.[\w-]{20}$/);
  for (const source of ['sample', 'demo', 'sample-2', 'a'])
    expect([source, originOfId(postingIdOf(source, '7-1'))]).toEqual([source, originOf(source)]);
  expect(new Set([postingIdOf('a', 'b'), postingIdOf('b', 'a'), postingIdOf('a', 'c')]).size).toBe(3);
});
