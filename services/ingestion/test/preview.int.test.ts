import { request, type ClientRequest } from 'node:http';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { until } from '@skillstream/async/testing';
import { createFixture } from './fixture.ts';

let fixture: Awaited<ReturnType<typeof createFixture>>;
let base: string;
let ledger: () => Promise<unknown>;
beforeAll(async () => {
  fixture = await createFixture();
  ({ base, ledger } = await fixture.harness().replica());
});
afterAll(() => fixture.close());

const type = 'application/octet-stream';
const preview = async (body: string | Uint8Array<ArrayBuffer>, query = '', contentType = type) => {
  const headers = { 'content-type': contentType };
  const response = await fetch(`${base}/v1/preview${query}`, { method: 'POST', headers, body });
  return { status: response.status, answer: (await response.json()) as Record<string, unknown> };
};

test('the beginning of a file is shown, and nothing of it is stored', async () => {
  const before = await ledger();
  const { status, answer } = await preview('job_title,description\nDev,We use Go\n', '?source=mine');
  expect({ status, answer }).toMatchObject({
    status: 200,
    answer: {
      rows: 1,
      problem: null,
      postings: [{ source: 'mine', title: 'Dev', role: expect.any(String) }],
    },
  });
  expect(await ledger()).toMatchObject(before as object);
});

test('a file that cannot be read is answered with its problem', async () => {
  const { status, answer } = await preview('a,b\n1,2\n');
  expect({ status, answer }).toMatchObject({
    status: 200,
    answer: { problem: expect.stringMatching(/no column is known as the description/) },
  });
});

test.each<[string, string, string, string, number]>([
  ['an unknown parameter', 'a,b', '?colour=red', type, 400],
  ['a map without a field', 'a,b', '?map=x', type, 400],
  ['another media type', 'a,b', '', 'text/csv', 415],
  ['more than a million bytes', 'x'.repeat(1_000_001), '', type, 413],
])('%s is refused', async (_name, body, query, contentType, status) => {
  expect((await preview(body, query, contentType)).status).toBe(status);
});

test('two of one caller are under way, and the next is told to come again', async () => {
  const options = { method: 'POST', headers: { 'content-type': type, 'content-length': '10' } };
  const slow: ClientRequest[] = [];
  const hold = (): void => {
    const one = request(`${base}/v1/preview`, options);
    one.on('error', () => undefined);
    // One of those below may have been there first.
    one.on('response', (refused) => {
      refused.resume();
      hold();
    });
    one.write('a,b');
    slow.push(one);
  };
  hold();
  hold();
  const busy = async () => {
    const response = await fetch(`${base}/v1/preview`, {
      method: 'POST',
      headers: { 'content-type': type },
      body: 'a,b',
    });
    await response.body?.cancel();
    return response;
  };
  const refused = await until('one is refused', async () => {
    const response = await busy();
    return response.status === 503 && response;
  });
  expect(refused.headers.get('retry-after')).toMatch(/^\d+$/);
  for (const one of slow) one.destroy();
  await until('their places are free', async () => (await busy()).status === 200);
});
