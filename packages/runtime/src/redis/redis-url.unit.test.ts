import { expect, test } from '@jest/globals';
import { parseRedisUrl } from './redis-url.ts';

const at = (host: string, port: number) => ({ host, port });

test.each([
  ['redis://localhost', { mode: 'single', tls: false, at: at('localhost', 6379), db: 0 }],
  ['redis://10.0.0.1:6380/2', { mode: 'single', tls: false, at: at('10.0.0.1', 6380), db: 2 }],
  ['rediss://cache.example.org', { mode: 'single', tls: true, at: at('cache.example.org', 6379), db: 0 }],
  ['redis://[::1]:6379/', { mode: 'single', tls: false, at: at('::1', 6379), db: 0 }],
  [
    'redis://me:p%40ss:w@h:1',
    { mode: 'single', tls: false, username: 'me', password: 'p@ss:w', at: at('h', 1), db: 0 },
  ],
  ['redis://h/1?family=6', { mode: 'single', tls: false, at: at('h', 6379), db: 1 }],
  ['redis://:secret@h', { mode: 'single', tls: false, password: 'secret', at: at('h', 6379), db: 0 }],
  [
    'redis+sentinel://a:26379,b/mymaster',
    {
      mode: 'sentinel',
      tls: false,
      sentinels: [at('a', 26379), at('b', 26379)],
      master: 'mymaster',
      db: 0,
    },
  ],
  [
    'rediss+sentinel://u:p@a:1/m/3',
    {
      mode: 'sentinel',
      tls: true,
      username: 'u',
      password: 'p',
      sentinels: [at('a', 1)],
      master: 'm',
      db: 3,
    },
  ],
  [
    'redis+cluster://a:7000,b:7001,[fe80::1]',
    { mode: 'cluster', tls: false, nodes: [at('a', 7000), at('b', 7001), at('fe80::1', 6379)] },
  ],
  ['rediss+cluster://a/0', { mode: 'cluster', tls: true, nodes: [at('a', 6379)] }],
])('%s is understood', (url, place) => {
  expect(parseRedisUrl(url)).toEqual(place);
});

test.each([
  ['localhost:6379', /begins with redis:/],
  ['http://h', /begins with redis:/],
  ['redis+replica://h', /begins with redis:/],
  ['redis://', /names no host/],
  ['redis+cluster://a,,b', /an empty one between commas/],
  ['redis://h:0', /"h:0" has no port/],
  ['redis://h:port', /"h:port" has no port/],
  ['redis+cluster://a,b c', /"b c" is no host/],
  ['redis://a,b', /several hosts are Sentinels/],
  ['redis://h/x', /"x" is no number of a database/],
  ['redis://h/1/2', /more than a database/],
  ['redis+cluster://h?family=6', /"\?family=6": what follows/],
  ['redis://h#x', /"#x": what follows/],
  ['redis+sentinel://a,b', /names no master/],
  ['redis+sentinel://a/m/0/1', /more than \/master\/database/],
  ['redis+sentinel://a/m/zero', /"zero" is no number/],
  ['redis+cluster://a/1', /database 0 alone/],
  ['redis://%zz:secret@h', /log-in is not percent-encoded/],
])('%s is refused, and the fault names the place', (url, message) => {
  expect(() => parseRedisUrl(url)).toThrow(
    expect.objectContaining({ code: 'misconfigured', message: expect.stringMatching(message) }),
  );
});

test('no refusal shows the log-in', () => {
  for (const url of ['redis://me:secret@', 'redis://me:secret@h:x', 'redis+sentinel://me:secret@a'])
    expect(() => parseRedisUrl(url)).toThrow(
      expect.objectContaining({ message: expect.not.stringContaining('secret') }),
    );
});
