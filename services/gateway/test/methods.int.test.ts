import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { problem } from '@skillstream/contracts';
import { openApiDocument } from '@skillstream/contracts/openapi';
import { createCounted } from './counted.ts';
import { respond, startGateway } from './upstream.ts';

let gateway: Awaited<ReturnType<typeof startGateway>>;
const reached: string[] = [];
beforeAll(async () => {
  const upstream = respond({ here: true });
  gateway = await startGateway({
    ingestion: (req, res) => {
      reached.push(`${req.method} ${req.url}`);
      upstream(req, res);
    },
    tagging: upstream,
    analytics: createCounted().listener,
  });
});
afterAll(() => gateway.stop());

// An endless response, or an operation that would run for nobody.
const withoutHead = ['/v1/live', '/v1/pipeline/live', '/graphql'];
const described = Object.entries(openApiDocument().paths).map(([path, item]) => {
  const methods = Object.keys(item).map((method) => method.toUpperCase());
  const hasHead = methods.includes('GET') && !withoutHead.includes(path);
  return [path, [...methods, ...(hasHead ? ['HEAD'] : [])].sort()] as const;
});
const paths: (readonly [string, readonly string[]])[] = [...described, ['/graphql', ['GET', 'POST']]];
const ask = (method: string, path: string) => fetch(gateway.url + path.replace('{id}', 'x'), { method });

describe('Allow lists the methods that are served and no other:', () => {
  test.each(paths)('%s', async (path, methods) => {
    const allow = methods.join(', ');
    const asked = await ask('OPTIONS', path);
    expect([asked.status, asked.headers.get('allow'), await asked.text()]).toEqual([204, allow, '']);
    const all = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'QUERY', 'PROPFIND'];
    for (const method of all.filter((one) => !methods.includes(one))) {
      const refused = await ask(method, path);
      expect([method, refused.status, refused.headers.get('allow')]).toEqual([method, 405, allow]);
      if (method !== 'HEAD') expect(problem.parse(await refused.json()).code).toBe('method-not-allowed');
    }
  });

  test('and no upstream receives the others', () => {
    expect(reached.filter((line) => !/^(POST|DELETE|GET|HEAD) /.test(line))).toEqual([]);
  });
});

describe('HEAD is answered as GET is, without a body:', () => {
  test.each(paths.filter(([, methods]) => methods.includes('HEAD')))('%s', async (path, _methods) => {
    const [get, head] = [await ask('GET', path), await ask('HEAD', path)];
    expect([head.status, head.headers.get('content-type'), await head.text()]).toEqual([
      get.status,
      get.headers.get('content-type'),
      '',
    ]);
    await get.arrayBuffer();
  });
});
