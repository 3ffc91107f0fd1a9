import { many } from '../json.ts';
import { draft, type Body, type Fragment } from '../request.ts';
import type { Attack } from './attack.ts';

const routes = [
  { path: '/v1/tags', field: 'text', bytes: 1_000_000 },
  { path: '/v1/republish', field: 'postingIds', bytes: 2_000_000 },
  { path: '/graphql', field: 'variables', bytes: 64_000 },
];
const codings = [undefined, 'gzip', 'br', 'deflate'] as const;

const nested = (field: string, bytes: number): Fragment[] => {
  const levels = bytes / 2 - 50;
  return [`{"${field}":`, many('[', levels), many(']', levels), '}'];
};
const zeros = (field: string, bytes: number): Fragment[] => [
  `{"${field}":[0`,
  many(',0', bytes / 2 - 50),
  ']}',
];

/** Bodies of JSON as large as a route takes, that are all levels or all values: small ones where they are packed. */
export const nestedAttacks: Attack[] = routes.flatMap(({ path, field, bytes }) =>
  codings.flatMap((coding) =>
    [nested, zeros].map((make): Attack => ({
      operation: `POST ${path}`,
      name: `${make.name}, packed with ${coding ?? 'nothing'}, 24 at once`,
      draft: () => {
        const body: Body = { fragments: make(field, bytes), ...(coding && { coding }) };
        const usual = draft('POST', path, { body, copies: 24 });
        const headers: [string, string][] = [['Content-Type', 'application/json']];
        if (coding) headers.push(['Content-Encoding', coding]);
        return { ...usual, headers: [...usual.headers, ...headers] };
      },
    })),
  ),
);
