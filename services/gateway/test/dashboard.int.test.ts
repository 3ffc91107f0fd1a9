import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { get as httpGet } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { pageOperations, type SignIn } from '@skillstream/contracts';
import { startGateway } from './upstream.ts';

let gateway: Awaited<ReturnType<typeof startGateway>>;
beforeAll(async () => {
  gateway = await startGateway({});
});
afterAll(() => gateway.stop());

type Got = { status: number; headers: Record<string, string | string[] | undefined>; body: Buffer };
// Not by `fetch`, which unpacks a body.
const get = (path: string, headers: Record<string, string> = {}) =>
  new Promise<Got>((resolve, reject) => {
    const request = httpGet(new URL(path, gateway.url), { headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () =>
        resolve({ status: response.statusCode!, headers: response.headers, body: Buffer.concat(chunks) }),
      );
    });
    request.on('error', reject);
  });

const html = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' };
const pages = Object.values(pageOperations)
  .map(({ path }) => path.replace(':id', 'docker'))
  .filter((path) => !/^\/(docs|runbooks)/.test(path) && !path.includes(':'));
const assetOf = async () => (await get('/', html)).body.toString().match(/\/assets\/[\w-]+\.js/)![0];

describe('the dashboard', () => {
  test('is one document at the address of each page, under a policy that allows nothing from elsewhere', async () => {
    expect(pages.length).toBeGreaterThanOrEqual(6);
    const first = await get('/', html);
    for (const path of pages) {
      const { status, headers, body } = await get(path, html);
      expect([path, status, body.equals(first.body)]).toEqual([path, 200, true]);
      expect(headers['content-security-policy']).toContain("default-src 'none'; script-src 'self';");
      expect(headers['content-security-policy']).not.toMatch(/unsafe|\*|https?:/);
      expect(headers).toMatchObject({
        'content-type': 'text/html; charset=utf-8',
        'cache-control': 'no-cache',
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
      });
    }
  });

  test.each(['/?role=backend&from=2025-01', '/skills/docker?nobody=knows&this', '/compare?a=%3Cscript%3E'])(
    'reads its own address: %s is the same document',
    async (path) => {
      const { status, body } = await get(path, html);
      expect([status, body.equals((await get('/', html)).body)]).toEqual([200, true]);
    },
  );

  test('has files that are never asked for again, under the same policy', async () => {
    const { status, headers } = await get(await assetOf());
    expect(status).toBe(200);
    expect(headers).toMatchObject({
      'content-type': 'text/javascript; charset=utf-8',
      'cache-control': 'public, max-age=31536000, immutable',
    });
    expect(headers['content-security-policy']).not.toMatch(/unsafe|\*|https?:/);
  });

  test.each([
    ['br, gzip', 'br', brotliDecompressSync],
    ['gzip', 'gzip', gunzipSync],
    ['zstd', undefined, (body: Buffer) => body],
    ['identity, br;q=0', undefined, (body: Buffer) => body],
  ])('is sent to who accepts %s as %s', async (accepted, coding, unpack) => {
    const path = await assetOf();
    const plain = await get(path);
    const packed = await get(path, { 'accept-encoding': accepted });
    expect(packed.headers['content-encoding']).toBe(coding);
    expect(packed.headers['vary']).toContain('Accept-Encoding');
    expect(unpack(packed.body).equals(plain.body)).toBe(true);
  });

  test('is not sent again while it is the same, and each coding has a tag of its own', async () => {
    const { headers } = await get('/', { ...html, 'accept-encoding': 'br' });
    const tag = headers['etag'] as string;
    const again = await get('/', { ...html, 'accept-encoding': 'br', 'if-none-match': tag });
    expect([again.status, again.body.length]).toEqual([304, 0]);
    expect((await get('/', { ...html, 'accept-encoding': 'gzip' })).headers['etag']).not.toBe(tag);
  });

  test('has no other file, whatever the path says', async () => {
    for (const name of [
      'index.html',
      '..%2findex.html',
      '%2e%2e%2f%2e%2e%2fpackage.json',
      'constructor',
      '%00',
    ])
      expect([name, (await get(`/assets/${name}`)).status]).toEqual([name, 404]);
  });
});

describe('where the page signs in with an issuer', () => {
  const signIn: SignIn = {
    tokenNeededFor: ['analytics:read'],
    issuer: { issuer: 'https://id.example.org:8443/realms/jobs', clientId: 'page', scopes: ['openid'] },
  };
  let closed: typeof gateway;
  beforeAll(async () => {
    closed = await startGateway({}, { signIn });
  });
  afterAll(() => closed.stop());
  const policyOf = async (url: string) =>
    (await fetch(url, { headers: html })).headers.get('content-security-policy')!.split('; ');

  test('it may ask the origin of that issuer, and nothing else is allowed that is not without it', async () => {
    for (const path of ['/', '/pipeline', '/signed-in', await assetOf()]) {
      const [policy, usual] = await Promise.all([policyOf(closed.url + path), policyOf(gateway.url + path)]);
      expect(usual).toContain("connect-src 'self'");
      const grown = usual.map((line) =>
        line === "connect-src 'self'" ? `${line} https://id.example.org:8443` : line,
      );
      expect(policy).toEqual(grown);
    }
    expect(await policyOf(`${closed.url}/docs`)).toEqual(await policyOf(`${gateway.url}/docs`));
  });

  test('anybody finds out which, and what takes a token', async () => {
    const response = await fetch(`${closed.url}/v1/sign-in`);
    expect(response.headers.get('cache-control')).toBe('no-cache');
    expect(await response.json()).toEqual(signIn);
  });
});

describe('a program', () => {
  test('finds the index of the API at the same address', async () => {
    const { headers, body } = await get('/', { accept: 'application/json' });
    expect(headers['content-type']).toContain('application/json');
    expect(headers['vary']).toContain('Accept');
    expect(JSON.parse(body.toString())).toMatchObject({
      description: '/openapi.json',
      operations: expect.arrayContaining([
        {
          ...{ operation: 'getDemand', method: 'GET', href: '/v1/demand', scope: 'analytics:read' },
          summary: expect.any(String),
        },
      ]),
    });
  });

  const places = ['/pipelines', '/skills/', '/skills/python/extra', '/reports/a/b', '/nonexistent?role=data'];
  const problem = [404, 'application/problem+json; charset=utf-8'];
  test.each(places)(
    'gets a problem at %s, where no page is, and a browser the page with 404',
    async (path) => {
      for (const accept of ['*/*', 'application/json', 'application/json, text/html;q=0.5']) {
        const { status, headers } = await get(path, { accept });
        expect([status, headers['content-type']]).toEqual(problem);
      }
      const { status, headers, body } = await get(path, html);
      expect([status, body.equals((await get('/', html)).body)]).toEqual([404, true]);
      expect(headers['vary']).toContain('Accept');
      expect(headers['content-security-policy']).toContain("default-src 'none'");
    },
  );

  test.each(['/assets', '/assets/none.js', '/index.html', '/v1/nothing', '/docs/nothing', '/favicon.ico'])(
    'has a problem at %s, whatever it accepts: no page belongs there',
    async (path) => {
      const { status, headers } = await get(path, html);
      expect([status, headers['content-type']]).toEqual(problem);
    },
  );

  test('that sends something to no page gets a problem, whatever it accepts', async () => {
    const response = await fetch(new URL('/pipelines', gateway.url), { method: 'POST', headers: html });
    expect([response.status, response.headers.get('content-type')]).toEqual(problem);
  });
});
