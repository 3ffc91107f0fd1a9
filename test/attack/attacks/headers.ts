import type { Random } from '../../../packages/cli/src/sample/random.ts';
import type { Operation } from '../operations.ts';
import { draft, TOKEN, type Draft } from '../request.ts';
import type { Attack } from './attack.ts';

type Header = [name: string, value: string];
/** Headers that go together. `instead`: without the token that everything else has. */
type Oddity = { name: string; instead?: boolean; headers: (random: Random) => Header[] };

const unsigned = (header: object) =>
  `${[header, { sub: 'x', scope: 'ops:write' }].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.')}.`;

const numbered = (count: number): Header[] =>
  Array.from({ length: count }, (_, i): Header => [`X-H-${i}`, 'x']);
const pickOf =
  (name: string, values: readonly string[]) =>
  (random: Random): Header[] => [[name, random.pick(values)]];

const oddities: Oddity[] = [
  {
    name: 'X-Forwarded-For',
    headers: pickOf('X-Forwarded-For', [
      ...[
        '1.2.3.4, 5.6.7.8',
        '1.2.3.4:99999',
        '[::ffff:1.2.3.4]:1',
        '::ffff:127.0.0.1',
        'unknown',
        ',,,',
        '_x',
      ],
      ...['constructor', '__proto__', '1.2.3.4,'.repeat(1000), '999.999.999.999', '\x80\xff'],
    ]),
  },
  {
    name: 'Forwarded',
    headers: (random) => [
      ['Forwarded', random.pick(['for="[::1]:1";proto=https;host=x', 'for=', ';;;', 'for=x,'.repeat(500)])],
      ['X-Forwarded-Proto', random.pick(['https', 'javascript', 'https,http'])],
      ['X-Forwarded-Host', random.pick(['x', 'x:99999', 'a b'])],
    ],
  },
  {
    name: 'traceparent',
    headers: (random) => [
      [
        'traceparent',
        random.pick([
          ...[
            '00-00000000000000000000000000000000-0000000000000000-00',
            'ff-x-y-z',
            '00',
            '-',
            '00-'.repeat(2000),
          ],
          ...[
            '00-4BF92F3577B34DA6A3CE929D0E0E4736-00F067AA0BA902B7-01',
            '01-4bf92f3577b34da6a3ce929d0e0e4736-x',
          ],
        ]),
      ],
      ['tracestate', random.pick(['', '=', 'a=b,'.repeat(1000), 'constructor=1', '__proto__=x'])],
      ['baggage', random.pick(['', 'a=b', 'x'.repeat(9000)])],
    ],
  },
  { name: 'no token', instead: true, headers: () => [] },
  {
    name: 'a token that is none',
    instead: true,
    headers: pickOf('Authorization', [
      ...[
        '',
        'Bearer',
        'Bearer ',
        'Bearer  x',
        'bearer x',
        'Basic eDp4',
        'Bearer a.b.c',
        `Bearer ${'x'.repeat(12_000)}`,
      ],
      ...[`Bearer ${unsigned({ alg: 'none' })}`, `Bearer ${unsigned({ alg: 'HS256', kid: '__proto__' })}x`],
      ...[
        `Bearer ${unsigned({ alg: 'ES256', typ: 'JWT', kid: '../../x' })}x`,
        `Bearer ${'.'.repeat(8000)}`,
        'Bearer \x80',
      ],
    ]),
  },
  {
    name: 'two Authorization headers',
    instead: true,
    headers: (random) =>
      random.shuffle([
        ['Authorization', `Bearer ${TOKEN}`],
        ['Authorization', random.pick(['Bearer x', `Bearer ${TOKEN}`, 'Basic eDp4'])],
      ] as Header[]),
  },
  { name: 'a hundred headers', headers: (random) => numbered(random.pick([90, 97, 98, 101, 500])) },
  { name: 'a header of 15 KB', headers: (random) => [['X-Long', 'x'.repeat(random.pick([15_000, 17_000]))]] },
  {
    name: 'Accept',
    headers: pickOf('Accept', [
      '*/*;q=2',
      'application/xml',
      'a/b,'.repeat(3000),
      '/',
      'a/b;q=NaN',
      'text/csv',
      '\x80',
    ]),
  },
  {
    name: 'Accept-Encoding',
    headers: pickOf('Accept-Encoding', [
      'br;q=1e9',
      'gzip,'.repeat(2000),
      'constructor',
      '*;q=0',
      'identity;q=0',
    ]),
  },
  {
    name: 'Cache-Control',
    headers: pickOf('Cache-Control', [
      'max-age=99999999999',
      'no-cache',
      'max-age=-1',
      'max-age=x',
      'no-store,'.repeat(900),
    ]),
  },
  {
    name: 'If-None-Match',
    headers: pickOf('If-None-Match', [
      '*',
      '"',
      '""',
      'W/"1"',
      '"1",'.repeat(2000),
      'x',
      '"\x80"',
      '"__proto__"',
    ]),
  },
  {
    name: 'If-Match',
    headers: pickOf('If-Match', [
      ...[
        '"1"',
        '"2"',
        'W/"1"',
        '*',
        '"',
        '1',
        '"1" "2"',
        '"99999999999999999999"',
        '"0"',
        '"-1"',
        '"1e3"',
        '", "',
      ],
      ...['"1",'.repeat(2000), '"'.repeat(9000), `"1"${' '.repeat(9000)}x`, '"__proto__"', '"\x80"'],
    ]),
  },
  {
    name: 'Range and Expect',
    headers: (random) => [
      ['Range', random.pick(['bytes=0-0', 'bytes=0-,'.repeat(500), 'x=1'])],
      ['Expect', random.pick(['100-continue', '200-ok', 'constructor'])],
    ],
  },
  {
    name: 'Last-Event-ID',
    headers: pickOf('Last-Event-ID', ['0', '1-1', '-1', 'x', '9'.repeat(9000), '1-1-1', '\x80']),
  },
  {
    name: 'Upgrade',
    headers: (random) => [
      ['Connection', 'Upgrade'],
      ['Upgrade', random.pick(['websocket', 'h2c', 'x'])],
    ],
  },
  {
    name: 'Connection',
    headers: pickOf('Connection', ['close, x-h-1', 'authorization', 'keep-alive', 'host', ',,,']),
  },
  { name: 'another Host', headers: pickOf('Host', ['x', 'a:99999', '', 'x y', '[::1']) },
  {
    name: 'another method in a header',
    headers: (random) => [[random.pick(['X-HTTP-Method-Override', 'X-Method-Override']), 'DELETE']],
  },
  {
    name: 'a page of another origin',
    headers: (random) => [
      ['Origin', random.pick(['null', 'http://x', 'x', 'http://127.0.0.1:1', '\x80'])],
      ['Access-Control-Request-Method', random.pick(['DELETE', '', 'X'])],
      ['Sec-Fetch-Site', random.pick(['cross-site', 'x'])],
    ],
  },
  {
    name: 'cookies',
    headers: (random) => [['Cookie', random.pick(['a=b; '.repeat(2000), '__proto__=x', '=;=;'])]],
  },
  {
    name: 'a body that is none',
    headers: (random) => [
      [
        random.pick(['Content-Length', 'Content-length']),
        random.pick(['-1', '1e3', '0x1', '0, 0', '+0', '']),
      ],
    ],
  },
  {
    name: 'another transfer coding',
    headers: pickOf('Transfer-Encoding', ['gzip', 'chunked, chunked', 'identity', 'x']),
  },
  {
    name: 'characters that no header has',
    headers: (random) => [[random.pick(['X\0', 'X Y', '', 'X\x80']), 'x\0']],
  },
  { name: 'a folded header', headers: () => [['X-Folded', 'a\r\n b']] },
];

const methods = [
  'HEAD',
  'OPTIONS',
  'PUT',
  'PATCH',
  'TRACE',
  'PROPFIND',
  'DELETE',
  'GET',
  'POST',
  'QUERY',
  'X',
  'get',
];

const withHeaders = (method: string, target: string, { instead, headers }: Oddity, random: Random): Draft => {
  const usual = draft(method, target);
  return { ...usual, headers: [...(instead ? [] : usual.headers), ...headers(random)] };
};

/** Headers that mean nothing, or too much, at one operation each; a plain target is enough. */
export const headerAttacks = (operations: readonly Operation[]): Attack[] =>
  oddities.map((oddity) => ({
    operation: 'headers, at any operation',
    name: oddity.name,
    draft: (random) => {
      const { method, path } = random.pick(operations.filter(({ path: one }) => !one.endsWith('/live')));
      return withHeaders(method, path.replace(/\{\w+\}/, 'kubernetes'), oddity, random);
    },
  }));

/** Other methods than the path takes; the answer to HEAD may have no body, and none may go on for ever. */
export const methodAttacks = ({ name, path }: Operation): Attack[] =>
  ['HEAD', 'any'].map((kind) => ({
    operation: name,
    name: kind === 'HEAD' ? 'HEAD' : 'another method',
    draft: (random) => {
      const asked = kind === 'HEAD' ? kind : random.pick(methods);
      return draft(asked, path.replace(/\{\w+\}/, 'kubernetes'));
    },
  }));
