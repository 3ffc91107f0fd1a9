import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { until } from '@skillstream/async/testing';
import type { TokenSource } from '../../packages/cli/src/auth/sign-token.ts';
import { releaseKey } from '../../packages/cli/src/cluster/release-access.ts';
import { runTool } from '../../packages/cli/src/cluster/run-tool.ts';
import { debugResults, expectTaken } from '../platform/debug-results.ts';
import { allowed } from '../platform/token.ts';
import { askRelease, createClusterRelease, type ReleaseQueries } from './cluster-platform.ts';
import { figure } from './figures.ts';
import { generatorSends } from './generator.ts';
import { startIssuer } from './issuer-pod.ts';
import { helm, kubectl } from './kubectl.ts';
import { pageShowsTheRelease } from './page.ts';
import { reaches, runIn, services } from './network.ts';

// Whoever changes something shows a token, at the door and inside: by the demo key, then by an issuer of one's own.
const release = createClusterRelease('skillstream-access');
const { namespace, target } = release;
let queries: ReleaseQueries;
let issuer: Awaited<ReturnType<typeof startIssuer>>;
beforeAll(async () => {
  await release.purge();
  issuer = await startIssuer();
  await release.install();
  await release.ready();
  queries = await askRelease(release);
});
afterAll(async () => {
  await queries?.stop();
  await issuer?.stop();
  await release.purge();
});

const posting = { source: 'access', sourceId: '1', title: 'Backend Engineer', description: 'We use Go.' };
const headers = { 'content-type': 'application/json' };
const changes = [
  { service: 'ingestion', method: 'POST', path: '/v1/postings', body: JSON.stringify(posting) },
  { service: 'ingestion', method: 'DELETE', path: '/v1/postings/access.1' },
  { service: 'ingestion', method: 'POST', path: '/v1/retag' },
  { service: 'analytics', method: 'POST', path: '/v1/verify' },
];
const send = async (tokens: TokenSource) => {
  const init = { method: 'POST', headers, body: JSON.stringify(posting) };
  return (await fetch(`${queries.url}/v1/postings`, await allowed(init, tokens))).status;
};
const whoReachesIt = async (): Promise<string[]> => {
  const open = await Promise.all(
    services.map((service) => reaches(namespace, service, issuer.host, issuer.port)),
  );
  return services.filter((_, i) => open[i]);
};
// Pods that go with an upgrade may still answer by what they knew.
const sends = (status: number, tokens: TokenSource) =>
  until(`a posting is answered ${status}`, async () => (await send(tokens)) === status);

describe.each(changes)('$method $path without a token', ({ service, method, path, body }) => {
  test('is refused at the gateway', async () => {
    const response = await fetch(queries.url + path, { method, headers, body });
    expect([response.status, response.headers.get('www-authenticate')]).toEqual([
      401,
      expect.stringMatching(/^Bearer realm="skillstream", scope="/),
    ]);
  });

  test('is refused by the service that would do it, also when it is asked from inside', async () => {
    const program = `fetch(process.argv[1], ${JSON.stringify({ method, headers, body })}).then((r) => process.stdout.write(String(r.status)))`;
    const url = `http://${release.release}-${service}${path}`;
    expect(await runIn(namespace, 'gateway', program, url)).toBe('401');
  });
});

test.each(services)('%s has the certificate and not the key that signs', async (service) => {
  const env = await runIn(namespace, service, 'process.stdout.write(JSON.stringify(process.env))');
  expect(env).toContain('BEGIN CERTIFICATE');
  expect(env).not.toContain('PRIVATE KEY');
  const selector = `app.kubernetes.io/name=${service}`;
  const pods = await kubectl('get', 'pods', '-n', namespace, '-l', selector, '-o', 'json');
  expect(pods).toContain('demo-certificate');
  expect(pods).not.toContain('demo-signing-key');
});

const command =
  (...words: string[]) =>
  (input?: string) =>
    runTool(process.execPath, ['packages/cli/src/index.ts', 'cluster', ...words, '-n', namespace], input);

test('skillstream cluster signs by the key of the release: a token by itself, and for a load', async () => {
  const { code, out } = await command('token', '--scope', 'postings:write')();
  expect(code).toBe(0);
  expect(await send(async () => out.trim())).toBeLessThan(300);
  const loaded = await command('load', '-')(JSON.stringify({ ...posting, sourceId: '2' }));
  expect([loaded.code, loaded.out]).toEqual([0, expect.stringMatching(/1 accepted/)]);
});

test.each(debugResults)(
  'skillstream cluster debug looks into a pod through a port-forward: $words',
  async ({ words, ...expected }) => {
    const folder = mkdtempSync(join(tmpdir(), 'skillstream-access-'));
    const file = join(folder, 'taken');
    try {
      const { code, out, complaint } = await command('debug', 'tagging', ...words, '-o', file)();
      expectTaken({ code, out, err: complaint }, file, { words, ...expected });
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
);

test('no service reaches an issuer that the release does not name', async () => {
  expect(await whoReachesIt()).toEqual([]);
});

describe('with closed reads', () => {
  const sets = ['global.auth.reads=closed', 'generator.enabled=true', 'generator.rate=20'];
  beforeAll(async () => {
    await release.install(...sets);
    await release.ready();
    await until(
      'who shows no token is refused',
      async () => (await fetch(`${queries.url}/v1/demand`)).status === 401,
    );
  });

  generatorSends(
    release,
    () => queries,
    () => issuer,
  );
  pageShowsTheRelease(
    release,
    () => queries,
    async () => {
      const { out } = await command('token', '--scope', 'analytics:read', '--scope', 'ops:read')();
      return out.trim();
    },
  );
});

describe('in a production, with an issuer of its own', () => {
  let demoTokens: TokenSource;
  beforeAll(async () => {
    demoTokens = queries.tokens;
    const authority = `--from-file=ca.crt=${issuer.authority}`;
    await kubectl('create', 'secret', 'generic', 'login-ca', '-n', namespace, authority);
    await release.install(...issuer.sets);
    await release.ready();
  });

  test('every service reaches it', async () => {
    expect(await whoReachesIt()).toEqual(services);
  });

  test('its tokens are taken; those that somebody else signed, or the demo key, are refused', async () => {
    const startedMs = performance.now();
    await sends(202, issuer.token);
    figure(`the first token of an issuer taken after ${Math.round(performance.now() - startedMs)} ms`);
    await sends(401, issuer.forged);
    await sends(401, demoTokens);
  });

  test('the command says that it needs a token, and takes one', async () => {
    await expect(releaseKey(target)).rejects.toThrow(/no demo key .*--token/);
    const input = JSON.stringify({ ...posting, sourceId: '3' });
    const refused = await command('load', '-')(input);
    expect([refused.code, refused.complaint]).toEqual([1, expect.stringMatching(/no demo key .*--token/)]);
    const loaded = await command('load', '-', '--token', await issuer.token())(input);
    expect([loaded.code, loaded.out]).toEqual([0, expect.stringMatching(/1 accepted/)]);
  });

  test('helm test only reads, or writes by a token from a Secret', async () => {
    expect(await helm('test', release.release, '-n', namespace)).toContain('Succeeded');
    const token = `--from-literal=token=${await issuer.token()}`;
    await kubectl('create', 'secret', 'generic', 'helm-test', '-n', namespace, token);
    await release.install(...issuer.sets, 'test.token.existingSecret.name=helm-test');
    const before = (await queries.ledger()).total.accepted;
    expect(await helm('test', release.release, '-n', namespace)).toContain('Succeeded');
    expect((await queries.ledger()).total.accepted).toBe(before + 1);
  });
});
