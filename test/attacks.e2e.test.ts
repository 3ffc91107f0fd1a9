import { isDeepStrictEqual } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { until } from '@skillstream/async/testing';
import { createClient, responseOf } from '@skillstream/client';
import { problem, type IngestResult } from '@skillstream/contracts';
import { generateSample } from '../packages/cli/src/sample/index.ts';
import { startPlatform, type Platform } from './platform/platform.ts';
import { sendRaw } from '../services/gateway/test/raw.ts';
import { sendAll } from './platform/send.ts';
import { allowed, localTokens } from './platform/token.ts';

// What strangers send to any API that they find, against the whole platform. All of it goes to this machine.
const POSTINGS = 200;
const posting = {
  source: 'attacker',
  sourceId: '1',
  title: 'Backend engineer',
  organization: 'Acme',
  description: 'We run Go services over Kafka.',
};
let platform: Platform;
let before: Awaited<ReturnType<typeof numbers>>;
const numbers = async () => {
  const ledger = await platform.settled();
  const demand = await platform.get('/v1/demand?via=facts');
  const { population, skills } = demand as { population: number; skills: unknown };
  return { rows: ledger.rows, population, skills };
};
beforeAll(async () => {
  platform = await startPlatform();
  const sample = [...generateSample({ seed: 3, count: POSTINGS })];
  await sendAll(
    platform.url,
    sample.map((one) => one.posting),
  );
  before = await numbers();
});
afterAll(() => platform?.stop());

/** What a request is answered, sent as it is: a client of its own would tidy up the path. */
const ask = async (method: string, target: string, body = '', type = 'application/json') => {
  const { port } = new URL(platform.url);
  const token = `Authorization: Bearer ${await localTokens()}\r\n`;
  const length = body ? `Content-Type: ${type}\r\nContent-Length: ${Buffer.byteLength(body)}\r\n` : '';
  const head = `${method} ${target} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n${token}${length}\r\n`;
  const { status, headers, body: text } = await sendRaw(Number(port), head + body);
  const isProblem = (headers['content-type'] ?? '').startsWith('application/problem+json');
  return { status, code: isProblem ? problem.parse(JSON.parse(text)).code : null, text };
};

describe('operators of a database in a parameter are refused as parameters that are none:', () => {
  const filters = ['role', 'country', 'workplace', 'seniority', 'from', 'to', 'top', 'via'];
  const paths = ['/v1/demand', '/v1/skills/kubernetes/trend', '/v1/report/backend-2025'];
  test.each(paths)('%s', async (path) => {
    for (const name of filters)
      for (const query of [
        `${name}[$ne]=x`,
        `${name}%5B%24gt%5D=`,
        `${name}=%7B%22%24ne%22%3Anull%7D`,
        `${name}[]=a&${name}[]=b`,
        `${name}=a&${name}=b`,
        `${name}=%00`,
        `${name}='%20||%20'1'=='1`,
        `$where=sleep(1000)&${name}=x`,
        `__proto__[${name}]=x`,
        `constructor.prototype.${name}=x`,
      ])
        expect([query, await ask('GET', `${path}?${query}`)]).toEqual([
          query,
          expect.objectContaining({ status: 400, code: 'invalid-input' }),
        ]);
  });

  test('and in an id they are an id that nobody has', async () => {
    for (const id of ['%7B%22$ne%22:null%7D', '[$ne]', '$where', '__proto__', 'constructor', '%00', '*']) {
      expect(await ask('GET', `/v1/postings/${id}`)).toMatchObject({ status: 404, code: 'not-found' });
      expect(await ask('DELETE', `/v1/postings/${id}`)).toMatchObject({ status: 404 });
      expect(await ask('GET', `/v1/report/${id}`)).toMatchObject({ status: 404 });
      expect(await ask('GET', `/v1/verify/${id}`)).toMatchObject({ status: 404 });
    }
  });
});

describe('a body that reaches for prototypes or operators is refused, and no object has more than it had:', () => {
  const inside = JSON.stringify(posting).slice(0, -1);
  test.each([
    ['__proto__', `${inside},"__proto__":{"polluted":true}}`],
    ['constructor.prototype', `${inside},"constructor":{"prototype":{"polluted":true}}}`],
    ['__proto__ in a field', `${inside},"salary":{"__proto__":{"polluted":true}}}`],
    ['an operator as a value', JSON.stringify({ ...posting, source: { $ne: null } })],
    ['an operator as an id', JSON.stringify({ ...posting, sourceId: { $gt: '' } })],
    ['an operator as a key', `${inside},"$set":{"source":"hn"}}`],
    ['a dotted key', `${inside},"location.country":"DE"}`],
  ])('%s', async (_what, body) => {
    expect(await ask('POST', '/v1/postings', body)).toMatchObject({ status: 400, code: 'invalid-input' });
    expect(await ask('POST', '/v1/postings', `[${body}]`)).toMatchObject({
      status: 422,
      code: 'unprocessable',
    });
    const tags = body.replace('"source":"attacker"', '"text":"Go"');
    expect(await ask('POST', '/v1/tags', tags)).toMatchObject({ status: 400, code: 'invalid-input' });
  });

  test('afterwards a good text is answered as before', async () => {
    const { text } = await ask('POST', '/v1/tags', '{"text":"Python on Kubernetes."}');
    expect(text).not.toContain('polluted');
    expect(JSON.parse(text)).toMatchObject({ tags: [{ skillId: 'python' }, { skillId: 'kubernetes' }] });
  });
});

const numbered = (count: number) => Array.from({ length: count }, (_, i) => `p${i}=`).join('&');

describe('what is too large or too much is refused:', () => {
  const nested = `${'['.repeat(50_000)}${']'.repeat(50_000)}`;
  test.each([
    ['a body of 20 MB', 'POST', '/v1/postings', 'x'.repeat(20_000_000), 413],
    ['a text of 2 MB', 'POST', '/v1/tags', JSON.stringify({ text: 'x'.repeat(2_000_000) }), 413],
    ['a body nested 50,000 deep', 'POST', '/v1/tags', `{"text":${nested}}`, 400],
    ['thousands of parameters', 'GET', `/v1/demand?${'a=&'.repeat(2500)}`, '', 400],
    ['thousands of different parameters', 'GET', `/v1/demand?${numbered(1200)}`, '', 400],
    ['thousands of times the same one', 'GET', `/v1/demand?${'top=5&'.repeat(1300)}`, '', 400],
    ['a query of 15,000 characters', 'GET', `/v1/demand?role=${'x'.repeat(15_000)}`, '', 414],
    ['a query of 100,000 characters', 'GET', `/v1/demand?role=${'x'.repeat(100_000)}`, '', 431],
  ])('%s', async (_what, method, target, body, status) => {
    expect((await ask(method, target, body)).status).toBe(status);
  });

  test('a body with 150 unknown fields is refused, and a hundred are named; of 50,000 only the bound', async () => {
    const faultsOf = async (count: number) => {
      const fields = Array.from({ length: count }, (_, i) => `"f${i}":1`).join(',');
      const { status, text } = await ask('POST', '/v1/tags', `{"text":"Go",${fields}}`);
      expect(status).toBe(400);
      return problem.parse(JSON.parse(text)).faults;
    };
    expect(await faultsOf(150)).toHaveLength(100);
    expect(await faultsOf(50_000)).toEqual([{ path: '', message: 'holds more than 200 values' }]);
  });
});

describe('tricks with paths and methods reach nothing:', () => {
  test.each([
    ['GET', '//v1/demand', 404],
    ['GET', '/v1//demand', 404],
    ['GET', '/v1/../metrics', 404],
    ['GET', '/v1/postings/../../metrics', 404],
    ['GET', '/v1/postings/..%2f..%2fmetrics', 404],
    ['GET', '/v1/postings/%2e%2e', 404],
    ['GET', '/v1/postings/%252e%252e%252fledger', 404],
    ['GET', '/v1/%6cedger', 404],
    ['GET', '/v1/consumers', 404],
    ['GET', '/v1/views', 404],
    ['GET', '/v1/postings/%c0%ae%c0%ae', 400],
    ['GET', '/v1/postings/%', 400],
    ['GET', '/v1/postings/\0', 400],
    ['GET', '/docs/..%2f..%2f..%2fpackage.json', 404],
    ['GET', '/v1/demand;role=qa', 404],
    ['GET', '/v1/demand#role', 400],
    ['GET', '/v1/demand?role=\xe9', 400],
    ['TRACE', '/v1/postings', 405],
    ['TRACE', '/v1/demand', 405],
    ['TRACE', '/healthz', 405],
    ['CONNECT', '127.0.0.1:22', 405],
    ['PUT', '/v1/postings/1', 405],
    ['PATCH', '/v1/postings/1', 405],
    ['PROPFIND', '/v1/postings', 405],
  ])('%s %s is answered %i', async (method, target, status) => {
    const response = await ask(method, target);
    expect([response.status, response.code === null]).toEqual([status, false]);
  });

  test('a method that a header names in place of the real one changes nothing', async () => {
    const gateway = createClient({ baseUrl: platform.url, token: localTokens });
    const [line] = await responseOf(gateway.POST('/v1/postings', { body: [posting] })).then(
      (results) => results as IngestResult[],
    );
    const { postingId } = line as { postingId: string };
    const url = `${platform.url}/v1/postings/${postingId}`;
    for (const name of ['x-http-method-override', 'x-http-method', 'x-method-override'])
      await fetch(`${url}`, { headers: { [name]: 'DELETE' } });
    expect(await (await fetch(url)).json()).toMatchObject({ retracted: false, version: 1 });
    await fetch(url, await allowed({ method: 'DELETE' }));
  });
});

test('after all that every number is what it was', async () => {
  const isAsBefore = async () => {
    const after = await numbers();
    after.rows = after.rows.filter(({ source }) => source !== posting.source);
    return isDeepStrictEqual(after, before);
  };
  // An answer may be two seconds old.
  await until('the numbers are those from before', isAsBefore);
  expect(await platform.verify()).toMatchObject({ state: 'done', differenceCount: 0 });
});
