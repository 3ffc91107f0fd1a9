import { randomBytes } from 'node:crypto';
import { Agent, request } from 'node:http';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { problem, type IngestResult } from '@skillstream/contracts';
import { sendWorstJson } from '@skillstream/http/testing';
import { idOf, input, post, postLines } from './postings.ts';
import { createGate, createFixture, eventually } from './fixture.ts';

let fixture: Awaited<ReturnType<typeof createFixture>>;
let base: string;
beforeAll(async () => {
  fixture = await createFixture();
  base = (await fixture.harness().replica({ settings: { maxLineBytes: 1_000_000 } })).base;
});
afterAll(() => fixture.close());

const send = (body: string, headers: Record<string, string> = {}) =>
  fetch(`${base}/v1/postings`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
  });

const zeros = (count: number) => `[${'0,'.repeat(count - 1)}0]`;

describe('an array', () => {
  test('of which nothing is accepted is refused as a whole, and the first hundred issues are listed', async () => {
    const result = await send(zeros(10_000));
    const reported = problem.parse(await result.json());
    expect([result.status, reported.detail, reported.faults?.length, reported.faults?.at(-1)]).toEqual([
      422,
      'None of the 10000 postings can be taken',
      101,
      { path: '', message: 'and 9900 more faults' },
    ]);
    expect(reported.faults?.[0]).toMatchObject({
      path: '0',
      message: expect.stringMatching(/expected object/),
    });
  });

  test('of too many postings is refused before any is validated', async () => {
    const result = await send(zeros(400_000));
    expect([result.status, await result.json()]).toMatchObject([
      413,
      { code: 'too-large', detail: expect.stringMatching(/10000 postings/) },
    ]);
  });

  test('that holds one good posting among thousands gets a short response, and the good one is accepted', async () => {
    const bad = `{${Array.from({ length: 15 }, (_, i) => `"x${i}":0`).join(',')}}`;
    const result = await send(`[${JSON.stringify(input('good'))},${`${bad},`.repeat(7_000)}0]`);
    const text = await result.text();
    const results = JSON.parse(text) as IngestResult[];
    expect([result.status, results.length]).toEqual([202, 7_002]);
    expect(results[0]).toMatchObject({ status: 'accepted', postingId: idOf('good') });
    expect(results[7_000]).toMatchObject({
      status: 'rejected',
      faults: [{ path: 'source' }, { path: '', message: 'and 17 more faults' }],
    });
    expect(text.length).toBeLessThan(2_000_000);
  });

  test('with one element that is invalid JSON is refused as a whole, and its position is named', async () => {
    const result = await send(`[${JSON.stringify(input('before'))},{"source"}]`);
    expect([result.status, await result.json()]).toMatchObject([400, { faults: [{ path: 'at 1' }] }]);
    expect((await fetch(`${base}/v1/postings/${idOf('before')}`)).status).toBe(404);
  });

  test('and an object that is nested hundreds of thousands deep is refused without being built', async () => {
    const deep = '['.repeat(400_000) + ']'.repeat(400_000);
    for (const body of [deep, `{"source":${deep}}`]) {
      const result = await send(body);
      expect([result.status, await result.json()]).toMatchObject([
        400,
        { detail: expect.stringMatching(/deeper than 16/) },
      ]);
    }
  });
});

test('a posting of 50,000 fields is refused without being built', async () => {
  const fields = Array.from({ length: 50_000 }, (_, i) => `"f${i}":1`).join(',');
  const result = await send(`{${fields}}`);
  expect([result.status, await result.json()]).toMatchObject([
    400,
    { detail: expect.stringMatching(/more than 1000 values/) },
  ]);
});

describe('a stream', () => {
  test('of rejected lines ends at the ten-thousandth', async () => {
    const { status, results } = await postLines(base, '0\n'.repeat(50_000));
    expect([status, results.length]).toEqual([200, 10_000]);
    expect(results.at(-1)).toMatchObject({
      line: 10_000,
      faults: [{}, { message: expect.stringMatching(/the stream ends here/) }],
    });
  });

  test('of garbage with a good line now and then ends as well, and the good ones are accepted', async () => {
    const { results } = await postLines(
      base,
      [1, 2, 3, 4].map((i) => `${'0\n'.repeat(4_000)}${JSON.stringify(input(`now-${i}`))}\n`).join(''),
    );
    const taken = results.filter(({ status }) => status === 'accepted');
    // Nine more for each accepted line.
    expect([results.length, taken.length]).toEqual([10_000 + 2 * 9 + 2, 2]);
  });

  test('that unpacks to hundreds of times its size ends with an issue, and what came before is accepted', async () => {
    const body = gzipSync(`${JSON.stringify(input('small'))}\n${' '.repeat(30_000_000)}`);
    const { results } = await postLines(base, new Uint8Array(body), { 'content-encoding': 'GZIP' });
    expect(results).toMatchObject([
      { line: 1, status: 'accepted' },
      { line: 2, status: 'rejected', faults: [{ message: expect.stringMatching(/100 times its size/) }] },
    ]);
  });

  test('of empty lines ends with an issue', async () => {
    const { results } = await postLines(base, '\n'.repeat(200_000));
    expect(results).toMatchObject([
      { status: 'rejected', faults: [{ message: expect.stringMatching(/empty lines in a row/) }] },
    ]);
  });

  test('of which one caller has many takes no capacity from single postings', async () => {
    const headers = { 'content-type': 'application/x-ndjson' };
    const open = () => {
      const req = request(`${base}/v1/postings`, { method: 'POST', headers }).on('error', () => undefined);
      const status = new Promise<number>((resolve) => req.on('response', (res) => resolve(res.statusCode!)));
      req.write('\n');
      return { req, status };
    };
    const held = Array.from({ length: 32 }, open);
    await eventually(async () => {
      const { req, status } = open();
      const first = await Promise.race([status, post(base, input('meanwhile')).then(() => 0)]);
      req.destroy();
      return first === 503;
    });
    expect((await post(base, input('single'))).status).toBe(202);
    for (const { req } of held) req.destroy();
    await eventually(async () => (await postLines(base, '')).status === 200);
  });
});

test('an unsupported encoding is refused, and Accept-Encoding names the supported one', async () => {
  const result = await send('x', { 'content-encoding': 'br' });
  expect([result.status, result.headers.get('accept-encoding')]).toEqual([415, 'gzip, identity']);
});

test('a caller that revalidates the tag of a pending posting learns that it is published', async () => {
  const gate = createGate();
  const { base: own } = await fixture.harness().replica({ hooks: { beforePublish: gate.pass } });
  await post(own, input('a'));
  await gate.reached;
  const url = `${own}/v1/postings/${idOf('a')}`;
  const seen = await fetch(url);
  // Without a Cache-Control of ours, `fetch` sends one that forbids 304.
  const headers = { 'if-none-match': seen.headers.get('etag')!, 'cache-control': 'max-age=0' };
  const again = () => fetch(url, { headers });
  expect([seen.headers.get('etag'), await seen.json(), (await again()).status]).toMatchObject([
    '"1-pending"',
    { version: 1, pending: true },
    304,
  ]);
  gate.open();
  await eventually(async () => (await again()).status === 200);
  expect(await (await again()).json()).toMatchObject({ version: 1, pending: false });
  const retracted = await fetch(url, {
    method: 'DELETE',
    headers: { 'if-match': seen.headers.get('etag')! },
  });
  expect(retracted.status).toBe(200);
});

test('a source may have the name of a property that every object has', async () => {
  const harness = fixture.harness();
  const { base: own, ledger } = await harness.replica();
  for (const source of ['constructor', 'valueof'])
    expect((await post(own, { ...input('a'), source })).status).toBe(202);
  await eventually(async () => Object.keys((await ledger()).sources).length === 2);
  const { sources } = await ledger();
  expect([Object.hasOwn(sources, 'constructor'), sources['valueof']?.accepted]).toEqual([true, 1]);
  await eventually(harness.isPublished);
});

test('a source beyond the limit is refused by every replica, and known ones are still accepted', async () => {
  const harness = fixture.harness();
  const { base: own } = await harness.replica();
  const of = (n: number) => ({ ...input('a'), source: `source-${n}` });
  const lines = Array.from({ length: 1010 }, (_, n) => `${JSON.stringify(of(n))}\n`).join('');
  const { results } = await postLines(own, lines);
  const refused = results.filter(({ status }) => status === 'rejected');
  const faults = [{ path: 'source', message: 'is a new one, and there are 1000 sources already' }];
  expect(refused).toEqual(
    Array.from({ length: 10 }, (_, n) => ({ line: 1001 + n, status: 'rejected', faults })),
  );
  const { base: other } = await harness.replica();
  const [newOne, known] = [await post(other, of(2000)), await post(other, { ...of(999), sourceId: 'b' })];
  expect([newOne.status, problem.parse(await newOne.json()).faults, known.status]).toEqual([
    422,
    faults,
    202,
  ]);
  await eventually(harness.isPublished);
});

test('after a compressed body that is refused the connection stays usable: the next request on it is answered', async () => {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const ask = (method: string, path: string, headers: Record<string, string>, body?: Buffer) =>
    new Promise<number>((resolve, reject) => {
      const req = request(`${base}${path}`, { agent, method, headers }, (res) => {
        res.resume().once('end', () => resolve(res.statusCode!));
      });
      req.once('error', reject).end(body);
    });
  const headers = { 'content-type': 'application/json', 'content-encoding': 'gzip' };
  const bombs = [randomBytes(600_000), gzipSync(Buffer.alloc(40_000_000, ' '), { level: 0 })];
  for (const [bytes, status] of [
    [bombs[0]!, 400],
    [bombs[1]!, 413],
  ] as const) {
    expect(await ask('POST', '/v1/postings', headers, bytes)).toBe(status);
    expect(await ask('GET', '/healthz', {})).toBe(200);
  }
  agent.destroy();
});

test.each(['/v1/republish', '/v1/versions'])(
  'ids for %s that are a million brackets or zeros are refused unparsed, and cost hardly any memory',
  async (path) => {
    const { base: own } = await fixture.harness().replica({ settings: { maxBodyBytes: 16_000_000 } });
    const { found, grown } = await sendWorstJson(`${own}${path}`, 'postingIds', 1_900_000);
    expect(found).toEqual({ deep: [400], 'deep, gzip': [413], 'deep, br': [415], zeros: [400] });
    expect(grown).toBeLessThan(300_000_000);
    expect((await fetch(`${own}/healthz`)).status).toBe(200);
  },
);

test('too many ids are refused by the limit', async () => {
  const answerOf = async (path: string, count: number) => {
    const body = JSON.stringify({ postingIds: Array.from({ length: count }, (_, n) => `a.${n}`) });
    const headers = { 'content-type': 'application/json' };
    const result = await fetch(`${base}${path}`, { method: 'POST', headers, body });
    return [result.status, result.ok ? null : problem.parse(await result.json()).faults];
  };
  expect(await answerOf('/v1/republish', 1000)).toEqual([202, null]);
  expect(await answerOf('/v1/republish', 1001)).toMatchObject([400, [{ path: 'postingIds' }]]);
  const beyond = [{ path: '', message: 'holds more than 1100 values' }];
  expect(await answerOf('/v1/republish', 5000)).toEqual([400, beyond]);
  expect(await answerOf('/v1/versions', 10_000)).toEqual([200, null]);
  expect(await answerOf('/v1/versions', 10_001)).toMatchObject([400, [{ path: 'postingIds' }]]);
});
