import { many, piecesOf, raw, text, type Json } from '../json.ts';
import { draft, type Fragment } from '../request.ts';
import { nameOfText, worstTexts } from '../texts.ts';
import { names } from '../words.ts';
import type { Attack } from './attack.ts';

export const SOURCE = 'attack';
const PATH = '/v1/postings';
const operation = `POST ${PATH}`;

/** A posting that would be accepted, in which one thing is odd. */
const posting = (mark: string, odd: Record<string, Json>): Json => ({
  source: SOURCE,
  sourceId: 'odd',
  title: `Backend engineer ${mark}`,
  organization: 'Acme',
  description: `We run Go services over Kafka. ${mark}`,
  ...odd,
});

const odd = (...values: Json[]) => values;
/** Values for one field that no posting should need. */
const oddFields: Record<string, Json[]> = {
  source: odd('constructor', '__proto__', 'tostring', 'valueof', '', 'A', 'x'.repeat(65), 0, null, [], {}),
  sourceId: odd(...names, '\ud800', '\0', 'x'.repeat(201), text(many('\u0301', 200)), 1e3, null, { $ne: 1 }),
  title: odd('', '\0', text(many('\u0301', 499)), text(many('Senior ', 70)), text(many('(', 500)), 5, {}),
  organization: odd('', '\ud800', text(many('Go ', 90)), text(many('\u0301', 300)), false, []),
  description: odd(
    '',
    ' ',
    '<p>',
    '\0',
    '\ud800',
    text(many('x', 200_001)),
    text(many('x', 900_000)),
    0,
    null,
  ),
  descriptionFormat: odd('HTML', 'constructor', '', 1),
  location: odd('', text(many(',', 500)), text(many('New York, ', 49)), { country: '__proto__' }, 5, []),
  salary: odd(
    ...[
      { min: 1e308, max: 1e308, currency: 'USD', period: 'hour' },
      { min: -0, currency: 'zzz', period: 'year' },
    ],
    ...[
      { min: 5e-324, max: 0, currency: 'EUR', period: 'year' },
      { min: raw('1e400'), currency: 'EUR', period: 'day' },
    ],
    ...[
      { min: raw('9'.repeat(5000)), currency: 'EUR', period: 'year' },
      { currency: '\u0130\u0130\u0130', period: 'year' },
    ],
    ...[
      { min: 9, max: 1, currency: 'EUR', period: 'week' },
      { currency: 'EUR', period: 'constructor' },
    ],
  ),
  datePosted: odd(
    ...['0500-01-01', '0000-01-01', '0000-01-01T00:00:00+23:59', '9999-12-31T23:59:59-23:59', '1989-12-31'],
    ...[
      '2024-02-30',
      '-000001-01-01',
      '+275760-09-13',
      '2024-W01',
      '1e3',
      '',
      '2024-01-01T24:00:00Z',
      '0001-01',
    ],
    ...['1990-01-01T00:00:00+23:59', '2024-06-30T23:59:60Z', text(many('9', 40)), 0, 1704067200000],
  ),
  url: odd(
    'javascript:alert(1)',
    'data:,x',
    'file:///etc/passwd',
    'http://[::1]:99999',
    'http://a@b:c',
    text('http://', many('a.', 990)),
  ),
  language: odd(
    'constructor',
    '__proto__',
    'x',
    'i-klingon',
    'en-'.repeat(11),
    '\ud800',
    text(many('a', 35)),
    1,
  ),
  employmentType: odd('FULL-TIME', 'constructor', 1, null),
};

const manySkillsInThePast = (mark: string): Json =>
  posting(mark, {
    sourceId: 'skills-of-0500',
    datePosted: '0500-01-01',
    description: text({ skills: 4000, between: ', ' }),
  });

const inside = (mark: string): Fragment[] => piecesOf(posting(mark, {})).slice(0, -1);
/** What JSON.parse may make more of than it says. */
const rawBodies: Record<string, (mark: string) => Fragment[]> = {
  '__proto__ as a key': (mark) => [...inside(mark), `,"__proto__":{"${mark}":true}}`],
  'the same key 10,000 times': (mark) => [...inside(mark), many(',"title":"x"', 10_000), '}'],
  '50,000 unknown fields': (mark) => [
    ...inside(mark),
    `,"${mark}":1`,
    many(',"x":1', 1000),
    many(`,"y${mark}":1`, 20_000),
    '}',
  ],
  'a number of 900,000 digits': (mark) => [...inside(mark), ',"salary":{"min":', many('9', 900_000), '}}'],
  'objects in objects': (mark) => [
    ...inside(mark),
    ',"location":',
    many('{"country":', 80_000),
    '1',
    many('}', 80_000),
    '}',
  ],
  'arrays in arrays': () => [many('[', 400_000), many(']', 400_000)],
  'arrays that do not end': () => [many('[', 900_000)],
  'a string that does not end': (mark) => [`{"source":"${mark}`, many('x', 500_000)],
  escapes: (mark) => [`{"${mark}":"`, many('\\u0000', 100_000), '"}'],
  'no UTF-8': (mark) => [`{"source":"${mark}`, { hex: 'eda080ff' }, '"}'],
  'UTF-16': (mark) => [{ hex: 'fffe' }, { hex: Buffer.from(`{"a":"${mark}"}`, 'utf16le').toString('hex') }],
  'a byte order mark': (mark) => [{ hex: 'efbbbf' }, ...piecesOf(posting(mark, {}))],
  nothing: () => [],
  null: () => ['null'],
  'a text': (mark) => [`"${mark}"`],
  'no JSON': (mark) => [`${mark} is no JSON`],
};

const zerosOf = (item: string, times: number) => [raw('[', many(`${item},`, times - 1), item, ']')];
/** Arrays: what they are answered with must not grow out of what they are. */
const arrays: Record<string, (mark: string) => Json[]> = {
  'an array of a million bytes of zeros': () => zerosOf('0', 500_000),
  'an array of empty objects': () => zerosOf('{}', 300_000),
  'an array of empty arrays': () => zerosOf('[]', 300_000),
  'an array of nulls': () => zerosOf('null', 200_000),
  'an array of texts': (mark) => zerosOf(`"${mark}"`, 40_000),
  'an array of 16 MB of zeros': () => zerosOf('0', 7_900_000),
  'an array of nothing': () => [[]],
  'an array with the same posting 2,000 times': (mark) => [
    raw(
      '[',
      many(`${JSON.stringify(posting(mark, { sourceId: 'same' }))},`, 1999),
      ...piecesOf(posting(mark, {})),
      ']',
    ),
  ],
  'an array of postings with a hundred faults each': () => {
    const fields = Array.from({ length: 100 }, (_, i) => `"f${i}":1`).join(',');
    return zerosOf(`{${fields}}`, 1000);
  },
};

const json = (name: string, make: (mark: string) => Fragment[]): Attack => ({
  operation,
  name,
  draft: (_random, mark) => draft('POST', PATH, { json: make(mark) }),
});

/** Postings one by one and in arrays, each with something that is worst in some way. */
export const postingAttacks: Attack[] = [
  ...Object.entries(worstTexts).map(([name, fragments]) =>
    json(name, (mark) =>
      piecesOf(posting(mark, { sourceId: nameOfText(name), description: text(...fragments) })),
    ),
  ),
  ...Object.entries(oddFields).map(([field, values]): Attack => ({
    operation,
    name: `odd values of ${field}`,
    draft: (random, mark) =>
      draft('POST', PATH, { json: piecesOf(posting(mark, { [field]: random.pick(values) })) }),
  })),
  json('4,000 skills of the year 0500', (mark) => piecesOf(manySkillsInThePast(mark))),
  ...Object.entries(rawBodies).map(([name, make]) => json(name, make)),
  ...Object.entries(arrays).map(([name, make]) => json(name, (mark) => make(mark).flatMap(piecesOf))),
];
