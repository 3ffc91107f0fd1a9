import { request } from 'node:http';
import { createInterface } from 'node:readline';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { retagJob } from '@skillstream/contracts';
import { arrival, idOf, input, NOW, post, postLines } from './postings.ts';
import { createGate, createFixture, eventually } from './fixture.ts';

let fixture: Awaited<ReturnType<typeof createFixture>>;
let base: string;
beforeAll(async () => {
  fixture = await createFixture();
  base = (await fixture.harness().replica()).base;
});
afterAll(() => fixture.close());

const line = (sourceId: string, more: object = {}) => JSON.stringify({ ...input(sourceId), ...more });
const tomorrow = new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10);

describe('a bad line is rejected by line and field, and the rest goes on:', () => {
  test.each<[string, string | Buffer, string, RegExp]>([
    ['truncated JSON', '{"source":"test"', '', /is not JSON/],
    ['invalid UTF-8', Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x7d]), '', /UTF-8/],
    ['a repeated key', '{"source":"test","sourceId":"1","source":"x"}', 'source', /twice/],
    [
      'a repeated key further down',
      line('1', {}).replace('}', ',"salary":{"min":1,"min":2}}'),
      'salary.min',
      /twice/,
    ],
    ['no posting at all', '[1]', '', /expected object/],
    ['a wrong type', line('1', { title: 7 }), 'title', /expected string/],
    ['a field that is not ours', line('1', { colour: 'red' }), 'colour', /unknown field/],
    ['a missing field', '{"source":"test","sourceId":"1"}', 'description', /^is missing$/],
    [
      'a description of 300,000 characters',
      line('1', { description: 'x'.repeat(300_000) }),
      'description',
      /200000/,
    ],
    [
      'a line over the limit',
      line('1', { description: 'x'.repeat(500_001) }),
      '',
      /longer than 500000 bytes/,
    ],
    ['a date in the future', line('1', { datePosted: tomorrow }), 'datePosted', /future/],
    [
      'an unknown currency',
      line('1', { salary: { min: 1, currency: 'XQQ', period: 'year' } }),
      'salary.currency',
      /XQQ/,
    ],
    ['a description without text', line('1', { description: ' \n ' }), 'description', /no text/],
  ])('%s', async (name, bad, path, message) => {
    const { base: own } = await shared();
    const body = Buffer.concat([
      Buffer.from(`${line(`${name}-1`)}\n\n`),
      Buffer.from(bad),
      Buffer.from(`\n${line(`${name}-2`)}`),
    ]);
    const { status, results } = await postLines(own, new Uint8Array(body));
    expect(status).toBe(200);
    expect(results).toEqual([
      { line: 1, status: 'accepted', postingId: idOf(`${name}-1`), version: 1 },
      { line: 3, status: 'rejected', faults: [{ path, message: expect.stringMatching(message) }] },
      { line: 4, status: 'accepted', postingId: idOf(`${name}-2`), version: 1 },
    ]);
  });
});

let sharedReplica: Promise<{ base: string }> | null = null;
const shared = () => (sharedReplica ??= fixture.harness().replica({ settings: { maxLineBytes: 500_000 } }));

test('every line of a long stream has its result, in order, also when it comes as gzip', async () => {
  const lines = Array.from({ length: 1700 }, (_, i) =>
    i % 7 === 3 ? '{"source":' : line(`long-${i % 900}`),
  );
  const { results } = await postLines(base, new Uint8Array(gzipSync(lines.join('\n'))), {
    'content-encoding': 'gzip',
  });
  expect(results.map((result) => result.line)).toEqual(lines.map((_, i) => i + 1));
  const statusOf = (i: number) => (i % 7 === 3 ? 'rejected' : expect.stringMatching(/accepted|unchanged/));
  expect(results.map((result) => result.status)).toEqual(lines.map((_, i) => statusOf(i)));
});

test('a stream that pauses gets its results meanwhile, and ends with "unavailable" once too much is pending', async () => {
  const gate = createGate();
  const replica = await fixture.harness().replica({
    hooks: { beforePublish: gate.pass },
    settings: { backlogLimit: 3 },
  });
  const headers = { 'content-type': 'application/x-ndjson' };
  const req = request(`${replica.base}/v1/postings`, { method: 'POST', headers });
  const responses = Promise.withResolvers<NodeJS.AsyncIterator<string>>();
  req.on('response', (res) => responses.resolve(createInterface({ input: res })[Symbol.asyncIterator]()));
  req.write(`${line('p1')}\n${line('p2')}\n`);
  const iterator = await responses.promise;
  const next = async () => JSON.parse(String((await iterator.next()).value)) as object;
  expect([await next(), await next()]).toMatchObject([
    { line: 1, status: 'accepted' },
    { line: 2, status: 'accepted' },
  ]);
  await gate.reached;
  await post(
    replica.base,
    Array.from({ length: 5 }, (_, i) => input(`more-${i}`)),
  );
  req.write(`${line('p3')}\n`);
  expect(await next()).toEqual({
    line: 3,
    status: 'unavailable',
    retryAfterSeconds: 2,
    reason: expect.stringMatching(/wait to be published/),
  });
  expect((await iterator.next()).done).toBe(true);
  req.end();

  const refused = await post(replica.base, input('late'));
  expect([refused.status, refused.headers.get('retry-after'), await refused.json()]).toMatchObject([
    503,
    '2',
    { code: 'overloaded', title: 'Overloaded, try again later' },
  ]);
  gate.open();
  await eventually(async () => (await post(replica.base, input('late'))).status === 202);
});

describe('one JSON document', () => {
  test('is one posting, or an array with a result for each', async () => {
    const one = await post(base, input('one'));
    expect(one.headers.get('location')).toBe(`/v1/postings/${idOf('one')}`);
    expect([one.status, await one.json()]).toEqual([
      202,
      { line: 1, status: 'accepted', postingId: idOf('one'), version: 1 },
    ]);
    const many = await post(base, [input('one'), { source: 'test' }, input('one', 'changed')]);
    expect([many.status, await many.json()]).toMatchObject([
      202,
      [
        { line: 1, status: 'unchanged', version: 1 },
        { line: 2, status: 'rejected', faults: [{ path: 'sourceId' }, { path: 'description' }] },
        { line: 3, status: 'accepted', version: 2 },
      ],
    ]);
  });

  test.each<[string, string, string, number, object]>([
    [
      'all issues of a posting',
      '{"source":"T","sourceId":""}',
      'application/json',
      400,
      { faults: [{ path: 'source' }, { path: 'sourceId' }, { path: 'description' }] },
    ],
    ['an empty body', '', 'application/json', 400, { detail: expect.stringMatching(/empty/) }],
    [
      'the position where JSON ends',
      '{"source":\n"test"',
      'application/json',
      400,
      { detail: expect.stringMatching(/line 2/) },
    ],
    ['a body over the limit', `"${'x'.repeat(1_000_001)}"`, 'application/json', 413, { code: 'too-large' }],
    [
      'content that no schema can validate',
      line('1', { datePosted: tomorrow, salary: { min: 1, currency: 'XQQ', period: 'year' } }),
      'application/json',
      422,
      { code: 'unprocessable', faults: [{ path: 'datePosted' }, { path: 'salary.currency' }] },
    ],
    [
      'an empty array',
      ' [ ] ',
      'application/json',
      422,
      {
        code: 'unprocessable',
        detail: expect.stringMatching(/empty/),
        faults: [{ message: 'holds no posting' }],
      },
    ],
    ['another media type', 'a,b', 'text/plain', 415, { code: 'unsupported-media-type' }],
  ])('says in a problem: %s', async (_name, body, type, status, problem) => {
    const answer = await fetch(`${base}/v1/postings`, {
      method: 'POST',
      headers: { 'content-type': type },
      body,
    });
    expect([answer.status, answer.headers.get('content-type')]).toEqual([
      status,
      'application/problem+json; charset=utf-8',
    ]);
    expect(await answer.json()).toMatchObject(problem);
  });
});

test('an unsupported method and an unknown parameter are refused', async () => {
  const put = await fetch(`${base}/v1/postings/${idOf('one')}`, { method: 'PUT' });
  expect([put.status, put.headers.get('allow')]).toEqual([405, 'DELETE, GET, HEAD']);
  const asked = await fetch(`${base}/v1/postings/${idOf('one')}?version=1`);
  expect([asked.status, await asked.json()]).toMatchObject([400, { faults: [{ path: 'version' }] }]);
});

test('a stream without a posting has no results: there is one for each line, and there is none', async () => {
  for (const body of ['', '\n', ' \n\r\n\n'])
    expect(await postLines(base, body)).toEqual({ status: 200, results: [] });
});

test('a posting is read and retracted by its version', async () => {
  await post(base, input('etag'));
  const url = `${base}/v1/postings/${idOf('etag')}`;
  await eventually(async () => (await fetch(url)).headers.get('etag') === '"1"');
  const read = await fetch(url);
  expect([read.headers.get('etag'), await read.json()]).toMatchObject([
    '"1"',
    { version: 1, retracted: false, posting: { title: 'Go developer', version: 1 } },
  ]);
  const retract = (version: string) => fetch(url, { method: 'DELETE', headers: { 'if-match': version } });
  expect((await retract('"7"')).status).toBe(412);
  const [first, repeated] = [await retract('"1"'), await retract('"1"')];
  expect([first.status, repeated.status]).toEqual([200, 200]);
  expect(repeated.headers.get('etag')).toMatch(/^"2(-pending)?"$/);
  expect(await repeated.json()).toMatchObject({ version: 2, retracted: true, posting: null });
  expect((await fetch(`${base}/v1/postings/test.unknown`, { method: 'DELETE' })).status).toBe(404);
});

test('the ledger counts postings by source, those pending and those retracted, and the versions of those that live', async () => {
  const harness = fixture.harness();
  const { app, base: own, ledger } = await harness.replica();
  await app.store.accept([arrival('a'), arrival('b'), arrival('d')], NOW);
  await app.store.accept([arrival('a', 'changed')], NOW);
  await app.store.retract(idOf('d'), 'any', null, NOW);
  await post(own, { ...input('c'), source: 'other' });
  await eventually(harness.isPublished);
  await eventually(async () => {
    const { sources, linking } = await ledger();
    return sources['test']?.pending === 0 && linking === undefined;
  });
  expect(await ledger()).toEqual({
    sources: {
      test: { accepted: 3, pending: 0, versions: 3, retracted: 1 },
      other: { accepted: 1, pending: 0, versions: 1, retracted: 0 },
    },
  });
});

test('an older ledger is served to callers that allow it, and to nobody else', async () => {
  const { base: own, ledger } = await fixture.harness().replica();
  const before = await ledger();
  await post(own, input('a'));
  const older = await fetch(`${own}/v1/ledger`, { headers: { 'cache-control': 'max-age=60' } });
  expect(await older.json()).toEqual(before);
  await eventually(async () => (await ledger()).sources['test']?.accepted === 1);
});

test('a ledger requested with no-cache holds whatever was accepted before the request', async () => {
  const { base: own, ledger } = await fixture.harness().replica();
  for (let accepted = 1; accepted <= 5; accepted += 1) {
    await ledger();
    await post(own, input(`new-${accepted}`));
    const anew = await fetch(`${own}/v1/ledger`, { headers: { 'cache-control': 'no-cache' } });
    expect(await anew.json()).toMatchObject({ sources: { test: { accepted } } });
  }
});

test('without MongoDB it is alive, not ready, and asks clients to retry', async () => {
  const { base: own } = await fixture.harness().replica({ urls: { mongo: 'mongodb://127.0.0.1:1/away' } });
  const [health, ready, refused] = [
    await fetch(`${own}/healthz`),
    await fetch(`${own}/readyz`),
    await post(own, input('a')),
  ];
  expect([health.status, ready.status, refused.status]).toEqual([200, 503, 503]);
  expect(refused.headers.get('retry-after')).toBe('1');
  expect(await postLines(own, line('a'))).toMatchObject({ status: 503 });
});

test('a re-tagging publishes every posting again at its version, retracted ones not, and reports its progress', async () => {
  const harness = fixture.harness();
  const { base: own } = await harness.replica();
  const job = async () => retagJob.parse(await (await fetch(`${own}/v1/retag`)).json());
  const begin = () => fetch(`${own}/v1/retag`, { method: 'POST' });
  expect((await fetch(`${own}/v1/retag`)).status).toBe(404);
  for (const id of ['a', 'b', 'c']) await post(own, input(id));
  await eventually(harness.isPublished);
  await fetch(`${own}/v1/postings/${idOf('c')}`, { method: 'DELETE' });
  await eventually(harness.isPublished);
  expect((await begin()).status).toBe(202);
  await eventually(async () => (await job()).state === 'done');
  expect(await job()).toMatchObject({ total: 3, done: 3 });
  // Twice each: c by its posting and its retraction, a and b by their posting and the re-tagging.
  const keys = (await harness.published()).map(({ key }) => key);
  expect(keys.sort()).toEqual(['a', 'b', 'c'].flatMap((id) => [idOf(id), idOf(id)]).sort());
  expect(await harness.isPublished()).toBe(true);
  expect((await begin()).status).toBe(202);
});
