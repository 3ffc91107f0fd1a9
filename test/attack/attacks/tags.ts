import { many, piecesOf, text, type Json } from '../json.ts';
import { draft, type Draft, type Fragment } from '../request.ts';
import { worstTexts } from '../texts.ts';
import { names, strangeTexts } from '../words.ts';
import type { Attack } from './attack.ts';
import { bombs } from './streams.ts';

const PATH = '/v1/tags';
const operation = `POST ${PATH}`;

const tags = (fragments: Fragment[], query = ''): Draft => draft('POST', PATH + query, { json: fragments });
const attack = (name: string, make: Attack['draft']): Attack => ({ operation, name, draft: make });

/** As much as a body may hold: a text is not bound to what a posting may be. */
const longest: Record<string, Fragment[]> = {
  'a skill in 990 KB': [many('Java, ', 165_000)],
  'an ambiguous skill in 990 KB': [many('Go ', 330_000)],
  'an open bracket before a skill in 990 KB': [many('(Go', 330_000)],
  'combining marks in 990 KB': ['a', many('\u0301', 490_000)],
  'every skill ten times': Array.from({ length: 10 }, (): Fragment => ({ skills: 10_000, between: ', ' })),
};
const all = { ...worstTexts, ...longest };

const form = (mark: string, fragments: Fragment[]): Json[] => [
  { text: text(mark, ' ', ...fragments) },
  { title: mark, description: text(...fragments), organization: mark },
  { title: text(...fragments), description: mark, organization: null },
];

const odd = (mark: string): Json[] => [
  ...[{}, [], null, 5, mark, { text: 5 }, { text: null }, { text: {} }, { text: [mark] }, { title: mark }],
  ...[{ text: mark, title: mark }, { text: mark, organization: text(many('Acme ', 101)) }, { text: '' }],
  ...[
    { text: mark, organization: text(many('(', 499)) },
    { text: mark, organization: text(many('\u0301', 499)) },
  ],
  ...[...names, ...strangeTexts].map((word) => ({ text: `${word} ${mark}` })),
  ...names.map((word) => ({ text: mark, [word]: word })),
];

/** Texts to be tagged: each of the worst, with and without the reasons of every decision. */
export const tagAttacks: Attack[] = [
  ...Object.entries(all).flatMap(([name, fragments]) => [
    attack(name, (random, mark) => tags(piecesOf(random.pick(form(mark, fragments))))),
    attack(`${name}, explained`, (random, mark) =>
      tags(piecesOf(random.pick(form(mark, fragments))), '?explain=true'),
    ),
  ]),
  ...[0, 1, 2, 3].map((i) =>
    attack(`a body that is odd (${i})`, (random, mark) => tags(piecesOf(random.pick(odd(mark))))),
  ),
  attack('explain, written in another way', (random, mark) =>
    tags(
      piecesOf({ text: `Go ${mark}` }),
      `?explain=${random.pick(['TRUE', '1', '', 'true&explain=true', 'false&explain=true', 'constructor'])}`,
    ),
  ),
  attack('50,000 unknown fields', (_random, mark) =>
    tags([
      `{"text":"${mark}"`,
      ...Array.from({ length: 5000 }, (_, i) => `,"f${i}":1`),
      many(',"x":1', 45_000),
      '}',
    ]),
  ),
  ...bombs
    .filter(({ type }) => type === 'application/json')
    .map(({ name, body }) =>
      attack(name, (_random, mark) => {
        const usual = draft('POST', PATH, { body: body(mark) });
        const more: [string, string][] = [
          ['Content-Type', 'application/json'],
          ['Content-Encoding', 'gzip'],
        ];
        return { ...usual, headers: [...usual.headers, ...more] };
      }),
    ),
  attack('the caller goes while it is explained', (_random, mark) => ({
    ...tags(piecesOf({ text: text(mark, many(' Go', 20_000)) }), '?explain=true'),
    manner: { how: 'abort', bytes: 10_000_000 },
  })),
];
