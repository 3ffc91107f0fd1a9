import { many, piecesOf, text } from '../json.ts';
import { draft, type Body, type Draft, type Manner, type Fragment } from '../request.ts';
import { worstTexts } from '../texts.ts';
import type { Attack } from './attack.ts';
import { SOURCE } from './postings.ts';

const PATH = '/v1/postings';
const NDJSON = 'application/x-ndjson';

const line = (mark: string, sourceId: string, description: Fragment[]): Fragment[] => [
  ...piecesOf({ source: SOURCE, sourceId, title: mark, description: text(...description) }),
  '\n',
];

/** Lines of postings, right ones and wrong ones, and bytes that are no lines. */
const streams: Record<string, (mark: string) => Fragment[]> = {
  'a million bytes of zeros, a line each': () => [many('0\n', 500_000)],
  // A stream of refused lines alone ends after 10,000 of them.
  'a posting, and 9,000 zeros behind it, ten times': (mark) =>
    Array.from({ length: 10 }, (_, i) => [...line(mark, `sparse-${i}`, [mark]), many('0\n', 9000)]).flat(),
  'empty objects, a line each': () => [many('{}\n', 200_000)],
  'blank lines': () => [many('\n', 4_000_000)],
  'blank lines of spaces and returns': () => [many(' \r\n', 1_000_000)],
  'a line of 5 MB': (mark) => [`"${mark}`, many('x', 5_000_000)],
  'lines that are no JSON': (mark) => [many(`{"${mark}\n`, 20_000)],
  'lines that are no UTF-8': (mark) => [mark, { hex: 'ff0aeda0800a' }],
  'arrays in arrays, a line': () => [many('[', 900_000), '\n'],
  'the same posting 3,000 times': (mark) => [
    many(`${JSON.stringify({ source: SOURCE, sourceId: 'line', description: mark })}\n`, 3000),
  ],
  'the worst texts, a line each': (mark) =>
    Object.values(worstTexts).flatMap((fragments, i) => line(mark, `line-${i}`, fragments)),
};

type Coded = { name: string; body: (mark: string) => Body; type: string };
const MILLIONS = 10_000_000;
/** Small on the wire, and not when they are unpacked. */
export const bombs: Coded[] = [
  { name: 'gzip of 500 million newlines', type: NDJSON, body: () => bomb('\n', 50) },
  { name: 'gzip of 500 million spaces', type: NDJSON, body: () => bomb(' ', 50) },
  { name: 'gzip of 100 million zeros', type: NDJSON, body: () => bomb('0\n', 5) },
  { name: 'gzip of 300 million newlines in an array', type: 'application/json', body: () => bomb('\n', 30) },
  { name: 'gzip of 100 million brackets', type: 'application/json', body: () => bomb('[', 10) },
];
const bomb = (repeat: string, members: number): Body => ({
  fragments: [many(repeat, MILLIONS / repeat.length)],
  coding: 'gzip',
  members,
});

const small = (mark: string) => piecesOf({ source: SOURCE, sourceId: 'packed', description: mark });
const brokenBodies: Record<string, (mark: string) => Body> = {
  'gzip that is none': (mark) => ({ fragments: [mark] }),
  'gzip cut short': () => ({ fragments: [{ hex: '1f8b0800000000000003abae05' }] }),
  'gzip with something behind it': (mark) => ({
    fragments: [{ hex: '1f8b08000000000000030300000000000000000' + '0' }, mark],
  }),
};

const post = (type: string, body: Body, coding?: string, manner?: Manner): Draft => {
  const usual = draft('POST', PATH, { body, ...(manner && { manner }) });
  const more: [string, string][] = [['Content-Type', type]];
  if (coding !== undefined) more.push(['Content-Encoding', coding]);
  return { ...usual, headers: [...usual.headers, ...more] };
};

const attack = (name: string, make: Attack['draft']): Attack => ({
  operation: `POST ${PATH}`,
  name,
  draft: make,
});

/** NDJSON, packed bodies, encodings and types of every kind, and uploads that break off. */
export const streamAttacks: Attack[] = [
  ...Object.entries(streams).map(([name, make]) =>
    attack(`NDJSON: ${name}`, (_random, mark) => post(NDJSON, { fragments: make(mark) })),
  ),
  ...bombs.flatMap(({ name, type, body }) => [
    attack(name, (_random, mark) => post(type, body(mark), 'gzip')),
    attack(`${name}, and the caller goes`, (random, mark) =>
      post(type, body(mark), 'gzip', { how: 'abort', bytes: random.pick([20_000, 200_000, 10_000_000]) }),
    ),
  ]),
  ...Object.entries(brokenBodies).map(([name, body]) =>
    attack(name, (random, mark) => post(random.pick([NDJSON, 'application/json']), body(mark), 'gzip')),
  ),
  attack('an encoding that nobody knows', (random, mark) => {
    const codings = [
      'zstd',
      'GZIP',
      'x-gzip',
      'gzip, gzip',
      'identity',
      'identity, gzip',
      '',
      'constructor',
      'deflate',
      'br',
    ];
    return post(random.pick([NDJSON, 'application/json']), { fragments: small(mark) }, random.pick(codings));
  }),
  attack('brotli', (random, mark) =>
    post(random.pick([NDJSON, 'application/json']), { fragments: small(mark), coding: 'br' }, 'br'),
  ),
  attack('a type that is none of ours', (random, mark) => {
    const types = [
      'text/plain',
      'application/json; charset=utf-16',
      'multipart/form-data',
      'APPLICATION/JSON',
      '',
      '/',
      ';',
    ];
    return post(random.pick([...types, 'application/x-www-form-urlencoded', 'a/b;'.repeat(2000)]), {
      fragments: small(mark),
    });
  }),
  attack('an upload that breaks off', (random, mark) => {
    const [name] = random.shuffle(Object.keys(streams)) as [string];
    const bytes = random.pick([0, 1, 1000, 300_000]);
    return post(random.pick([NDJSON, 'application/json']), { fragments: streams[name]!(mark) }, undefined, {
      how: 'abort',
      bytes,
    });
  }),
];
