import { afterEach, describe, expect, test } from '@jest/globals';
import { problem } from '@skillstream/contracts';
import { sendRaw } from './raw.ts';
import { respond, startGateway, type GatewayOptions } from './upstream.ts';

let gateway: Awaited<ReturnType<typeof startGateway>>;
let reached: { headers: Record<string, unknown>; method: string | undefined }[] = [];
afterEach(async () => {
  await gateway.stop();
  reached = [];
});

const APP = 'https://app.example.org';
const start = async (safety: NonNullable<GatewayOptions['safety']> = {}) => {
  gateway = await startGateway(
    {
      ingestion: (req, res) => {
        reached.push({ headers: req.headers, method: req.method });
        respond({ here: true }, 200, { server: 'nginx/1.2.3', 'x-powered-by': 'Express' })(req, res);
      },
    },
    { safety },
  );
};
const ask = (path: string, init: RequestInit = {}) => fetch(gateway.url + path, init);
const post = (headers: Record<string, string>) => ask('/v1/retag', { method: 'POST', headers });
const preflight = (origin: string) =>
  ask('/v1/postings', {
    method: 'OPTIONS',
    headers: {
      origin,
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'content-type',
    },
  });
const allowOf = ({ headers }: Response) =>
  [...headers].filter(([name]) => name.startsWith('access-control-'));

describe('a page of another origin', () => {
  test('may ask where its origin is listed, and reads what concerns it', async () => {
    await start({ corsOrigins: [APP] });
    const asked = await ask('/v1/postings/1', { headers: { origin: APP } });
    expect([asked.status, asked.headers.get('vary')]).toEqual([200, 'Origin']);
    expect(allowOf(asked)).toEqual([
      ['access-control-allow-origin', APP],
      [
        'access-control-expose-headers',
        'ETag, Location, Age, Retry-After, RateLimit, RateLimit-Policy, trace-id, Skillstream-Stale, WWW-Authenticate',
      ],
    ]);
    expect((await post({ origin: APP })).status).toBe(200);
  });

  test('gets the response to its preflight from the gateway, and no upstream receives it', async () => {
    await start({ corsOrigins: [APP] });
    const answered = await preflight(APP);
    expect([answered.status, answered.headers.get('vary')]).toEqual([204, 'Origin']);
    expect(Object.fromEntries(allowOf(answered))).toMatchObject({
      'access-control-allow-origin': APP,
      'access-control-allow-methods': 'GET, HEAD, POST, DELETE',
      'access-control-allow-headers': expect.stringContaining('Content-Type, If-Match'),
    });
    expect(reached).toEqual([]);
  });

  test.each(['https://evil.example.org', `${APP}.evil.example`, 'http://app.example.org', 'null'])(
    'that is not listed (%s) reads nothing and changes nothing',
    async (origin) => {
      await start({ corsOrigins: [APP] });
      const read = await ask('/v1/postings/1', { headers: { origin } });
      expect([allowOf(read), read.headers.get('vary')]).toEqual([[], 'Origin']);
      expect(allowOf(await preflight(origin))).toEqual([]);
      // Browsers send this one without a preflight.
      reached = [];
      const changed = await post({ origin });
      expect(problem.parse(await changed.json())).toMatchObject({ status: 403, code: 'origin-not-allowed' });
      expect(reached).toEqual([]);
    },
  );

  test('of any origin may read where all are listed, and change nothing', async () => {
    await start({ corsOrigins: ['*'] });
    const read = await ask('/v1/postings/1', { headers: { origin: APP } });
    expect(read.headers.get('access-control-allow-origin')).toBe('*');
    expect((await preflight(APP)).headers.get('access-control-allow-methods')).toBe('GET, HEAD');
    expect((await post({ origin: APP })).status).toBe(403);
  });

  test('is never asked for credentials', async () => {
    await start({ corsOrigins: ['*', APP] });
    for (const answered of [await preflight(APP), await ask('/v1/postings/1', { headers: { origin: APP } })])
      expect(answered.headers.has('access-control-allow-credentials')).toBe(false);
  });
});

test('by default pages of other origins read nothing, and the page of the gateway itself may do everything', async () => {
  await start();
  expect(allowOf(await ask('/v1/postings/1', { headers: { origin: APP } }))).toEqual([]);
  expect((await post({ origin: gateway.url })).status).toBe(200);
  expect((await post({})).status).toBe(200);
});

describe('TLS', () => {
  const byTls = { 'x-forwarded-proto': 'https' };
  test('that a trusted proxy reports is required of browsers from now on', async () => {
    await start({ trustedProxies: ['loopback'] });
    const reported = (headers: Record<string, string>) => ask('/healthz', { headers });
    expect((await reported(byTls)).headers.get('strict-transport-security')).toBe('max-age=60');
    expect((await reported({})).headers.has('strict-transport-security')).toBe(false);
  });

  test('that an untrusted client reports is ignored', async () => {
    await start();
    expect((await ask('/healthz', { headers: byTls })).headers.has('strict-transport-security')).toBe(false);
  });
});

describe('where a request came from', () => {
  const said = {
    'x-forwarded-for': '192.0.2.1',
    'x-forwarded-host': 'evil.example.org',
    forwarded: 'for=192.0.2.1',
    'x-real-ip': '192.0.2.1',
  };
  const sent = { ...said, cookie: 'session=1', authorization: 'Bearer token' };

  test('is not forwarded from untrusted clients; credentials are forwarded, cookies are not', async () => {
    await start();
    await ask('/v1/postings/1', { headers: sent });
    expect(Object.keys(said).filter((name) => name in reached[0]!.headers)).toEqual([]);
    expect(reached[0]!.headers).not.toHaveProperty('cookie');
    expect(reached[0]!.headers).toMatchObject({ authorization: 'Bearer token' });
  });

  test('is forwarded to upstreams from a trusted proxy', async () => {
    await start({ trustedProxies: 1 });
    await ask('/v1/postings/1', { headers: sent });
    expect(reached[0]!.headers).toMatchObject(said);
  });
});

describe('every response declares that it is no page, and hides which software produced it:', () => {
  const HOST = 'Host: a\r\nConnection: close\r\n';
  const json = 'Content-Type: application/json\r\n';
  test.each([
    ['an answer', `GET /v1/postings/1 HTTP/1.1\r\n${HOST}\r\n`, 200],
    ['health', `GET /healthz HTTP/1.1\r\n${HOST}\r\n`, 200],
    ['a parameter that is none', `GET /v1/status?a=1 HTTP/1.1\r\n${HOST}\r\n`, 400],
    ['a path that cannot be decoded', `GET /v1/postings/%E0%A4%A HTTP/1.1\r\n${HOST}\r\n`, 400],
    ['bytes that are no request', 'nonsense\r\n\r\n', 400],
    ['a strange Host', `GET / HTTP/1.1\r\nHost: a b\r\n\r\n`, 400],
    ['an origin that is not listed', `POST /v1/retag HTTP/1.1\r\n${HOST}Origin: http://b\r\n\r\n`, 403],
    ['nothing', `GET /v1/nothing HTTP/1.1\r\n${HOST}\r\n`, 404],
    ['a method that is not taken', `PUT /v1/status HTTP/1.1\r\n${HOST}\r\n`, 405],
    ['CONNECT', `CONNECT a:80 HTTP/1.1\r\n${HOST}\r\n`, 405],
    ['a large body', `POST /v1/postings HTTP/1.1\r\n${HOST}${json}Content-Length: 17000000\r\n\r\n`, 413],
    ['a long path', `GET /${'a'.repeat(9000)} HTTP/1.1\r\n${HOST}\r\n`, 414],
    ['large headers', `GET / HTTP/1.1\r\n${HOST}X: ${'a'.repeat(20_000)}\r\n\r\n`, 431],
    ['a part that is away', `POST /v1/tags HTTP/1.1\r\n${HOST}${json}Content-Length: 2\r\n\r\n{}`, 503],
    ['a question that nobody answers', `GET /v1/demand HTTP/1.1\r\n${HOST}\r\n`, 503],
  ])('%s', async (_what, bytes, status) => {
    await start();
    const found = await sendRaw(gateway.port, bytes);
    expect(found.status).toBe(status);
    expect(found.headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
      'referrer-policy': 'no-referrer',
      'cross-origin-resource-policy': 'same-origin',
    });
    expect(Object.keys(found.headers)).not.toEqual(expect.arrayContaining(['server']));
    expect(Object.keys(found.headers)).not.toEqual(expect.arrayContaining(['x-powered-by']));
    expect(found.body).not.toMatch(/node_modules|\.ts\b|\bat .+:\d+|express|node\/|v?\d+\.\d+\.\d+(?!\.\d)/i);
    if (status >= 400) expect(problem.parse(JSON.parse(found.body)).status).toBe(status);
  });
});
