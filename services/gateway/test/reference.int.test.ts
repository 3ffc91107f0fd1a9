import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { openApiDocument } from '@skillstream/contracts/openapi';
import { startGateway } from './upstream.ts';

let gateway: Awaited<ReturnType<typeof startGateway>>;
beforeAll(async () => {
  gateway = await startGateway({});
});
afterAll(() => gateway.stop());

const get = async (path: string, headers: Record<string, string> = {}) => {
  const response = await fetch(new URL(path, gateway.url), { headers });
  return { response, text: await response.text(), header: (name: string) => response.headers.get(name) };
};
/** What a page or a style sheet loads by itself. */
const namedBy = (text: string): string[] =>
  [...text.matchAll(/(?:src|href)="([^"]+)"|url\(\s*["']?([^"')]+)|@import\s+["']([^"']+)/g)].map(
    ([, attribute, url, sheet]) => (attribute ?? url ?? sheet)!,
  );

test('the document is served as it is generated, and not sent again while it is the same', async () => {
  const { response, text, header } = await get('/openapi.json');
  expect([response.status, header('content-type'), header('cache-control')]).toEqual([
    200,
    'application/json; charset=utf-8',
    'public, max-age=300',
  ]);
  expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(openApiDocument())));
  const etag = header('etag')!;
  expect(etag).toMatch(/^(W\/)?".+"$/);
  // By default, fetch would request a new response in any case.
  const again = await get('/openapi.json', { 'if-none-match': etag, 'cache-control': 'max-age=0' });
  expect([again.response.status, again.text.length]).toEqual([304, 0]);
});

describe('the reference page', () => {
  test('and every file that it names come from the gateway, under a policy that allows nothing else', async () => {
    const page = await get('/docs');
    const paths = namedBy(page.text);
    expect(paths.length).toBeGreaterThanOrEqual(5);
    for (const path of ['/docs', ...paths.filter((named) => named.startsWith('/docs'))]) {
      const { response, header, text } = await get(path);
      expect([path, response.status]).toEqual([path, 200]);
      expect(header('content-security-policy')).toContain("default-src 'none'; script-src 'self';");
      expect(header('content-security-policy')).not.toMatch(/unsafe|\*|https?:/);
      expect([header('x-content-type-options'), header('x-frame-options')]).toEqual(['nosniff', 'DENY']);
      // Texts of the bundle name hosts (in messages, say); the policy keeps it from calling them.
      if (path.endsWith('bundle.js')) continue;
      for (const named of namedBy(text)) expect(named).toMatch(/^(\/(?!\/)|data:)/);
    }
  });

  test('has no script and no style in it', async () => {
    const { text } = await get('/docs');
    expect(text.match(/<script[^>]*>/g)).toHaveLength(2);
    for (const [, attributes, inside] of text.matchAll(/<script([^>]*)>([^<]*)/g))
      expect([attributes, inside]).toEqual([expect.stringContaining('src="/docs/'), '']);
    expect(text).not.toMatch(/<style|\sstyle=|\son\w+=|javascript:/);
  });

  test('shows the document of the gateway that served it and has no other server to try things on', async () => {
    const { text } = await get('/docs/start.js');
    expect(text).toContain("url: '/openapi.json'");
    expect(text).toContain('validatorUrl: null');
    expect(text).not.toMatch(/https?:/);
    expect(openApiDocument().servers.map(({ url }) => new URL(url, gateway.url).origin)).toEqual([
      gateway.url,
    ]);
  });

  test('has no other file, whatever the path says', async () => {
    for (const name of ['package.json', '..%2fstart.js', '%2e%2e%2f%2e%2e%2fconfig.ts', 'constructor', '%00'])
      expect([name, (await get(`/docs/${name}`)).response.status]).toEqual([name, 404]);
  });
});
