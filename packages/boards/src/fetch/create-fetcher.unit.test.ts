import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, test } from '@jest/globals';
import { startReplayServer, type Replay, type ReplayServer } from '../../test/replay-server.ts';
import { createFetcher } from './create-fetcher.ts';

let server: ReplayServer;
afterEach(() => server.close());

const ADDRESS = 'https://boards.example/jobs';
/** A fetcher of a server that answers with these, one after the other, the last one again and again. */
const fetcherOf = async (...replays: Replay[]) => {
  let [at, nowMs] = [0, 0];
  const waits: number[] = [];
  const headers: NodeJS.Dict<string | string[]>[] = [];
  server = await startReplayServer((_, request) => {
    headers.push(request.headers);
    return replays[Math.min(at++, replays.length - 1)]!;
  });
  const fetch = createFetcher({
    ...{ dispatcher: server.dispatcher, userAgent: 'skillstream-test', everyMs: 0 },
    ...{ maxBytes: 100_000, timeoutMs: 2_000 },
    now: () => nowMs,
    sleep: async (ms) => {
      waits.push(ms);
      nowMs += ms;
    },
  });
  return { fetch, waits, headers, asked: server.asked };
};

test('an answer comes with what the server says about it, and the server hears who asks', async () => {
  const headers = { etag: '"7"', 'last-modified': 'Tue, 01 Jul 2025 00:00:00 GMT' };
  const { fetch, headers: sent } = await fetcherOf({ headers, body: 'jobs' });
  expect(await fetch(ADDRESS)).toEqual({
    status: 'changed',
    text: 'jobs',
    validators: { etag: '"7"', lastModified: 'Tue, 01 Jul 2025 00:00:00 GMT' },
  });
  expect(sent[0]).toMatchObject({ 'user-agent': 'skillstream-test' });
});

test('what is here already is asked for on condition, and may be unchanged', async () => {
  const { fetch, headers } = await fetcherOf({ status: 304 });
  const known = { etag: '"7"', lastModified: 'Tue, 01 Jul 2025 00:00:00 GMT' };
  expect(await fetch(ADDRESS, { known })).toEqual({ status: 'unchanged' });
  expect(headers[0]).toMatchObject({
    'if-none-match': '"7"',
    'if-modified-since': 'Tue, 01 Jul 2025 00:00:00 GMT',
  });
});

describe('a server that is busy, or fails, is asked again', () => {
  test('after as long as it says, in seconds or by a date', async () => {
    const { fetch, waits } = await fetcherOf(
      { status: 429, headers: { 'retry-after': '7' } },
      { status: 503, headers: { 'retry-after': 'Thu, 01 Jan 1970 00:00:10 GMT' } },
      { body: 'jobs' },
    );
    expect(await fetch(ADDRESS)).toMatchObject({ text: 'jobs' });
    expect(waits).toEqual([7_000, 3_000]);
  });

  test('not at once, though it says so', async () => {
    const { fetch, waits } = await fetcherOf(
      { status: 503, headers: { 'retry-after': '0' } },
      { body: 'jobs' },
    );
    await fetch(ADDRESS);
    expect(waits).toEqual([1_000]);
  });

  test('after longer and longer where it does not, and in the end it is left alone', async () => {
    const { fetch, waits, asked } = await fetcherOf({ status: 500 });
    await expect(fetch(ADDRESS)).rejects.toMatchObject({
      code: 'unavailable',
      message: 'boards.example responded with 500',
    });
    expect(waits).toEqual([1_000, 2_000, 4_000]);
    expect(asked).toHaveLength(4);
  });

  test('but not where it wants more patience than a run has', async () => {
    const { fetch, asked } = await fetcherOf({ status: 429, headers: { 'retry-after': '3600' } });
    await expect(fetch(ADDRESS)).rejects.toMatchObject({ code: 'unavailable' });
    expect(asked).toHaveLength(1);
  });

  test.each<[string, Replay]>([
    ['breaks its answer off', { body: '{"jobs":', cut: true }],
    ['says nothing', { silent: true }],
  ])('also one that %s', async (_, replay) => {
    const { fetch } = await fetcherOf(replay, { body: 'jobs' });
    expect(await fetch(ADDRESS)).toMatchObject({ text: 'jobs' });
  });
});

test.each([
  [404, 'not-found'],
  [410, 'not-found'],
  [401, 'unavailable'],
  [403, 'unavailable'],
])('what is refused with %s is not asked for again', async (status, code) => {
  const { fetch, asked } = await fetcherOf({ status });
  await expect(fetch(ADDRESS)).rejects.toMatchObject({ code });
  expect(asked).toHaveLength(1);
});

describe('a redirect', () => {
  test('is followed', async () => {
    const { fetch, asked } = await fetcherOf(
      { status: 301, headers: { location: 'https://other.example/all' } },
      { body: 'jobs' },
    );
    expect(await fetch(ADDRESS)).toMatchObject({ text: 'jobs' });
    expect(asked).toEqual(['boards.example/jobs', 'other.example/all']);
  });

  test.each([
    'https://127.0.0.1/',
    'https://[::1]/',
    'https://169.254.169.254/latest/meta-data',
    'http://other.example/',
    'file:///etc/passwd',
  ])('to %s is not', async (location) => {
    const { fetch, asked } = await fetcherOf({ status: 302, headers: { location } }, { body: 'secret' });
    await expect(fetch(ADDRESS)).rejects.toMatchObject({ code: 'invalid-input' });
    expect(asked).toEqual(['boards.example/jobs']);
  });

  test('to nowhere is a refusal', async () => {
    const { fetch, asked } = await fetcherOf({ status: 302 });
    await expect(fetch(ADDRESS)).rejects.toThrow('boards.example responded with 302');
    expect(asked).toHaveLength(1);
  });

  test('in a circle ends, and is not tried again', async () => {
    const { fetch, asked } = await fetcherOf({ status: 302, headers: { location: ADDRESS } });
    await expect(fetch(ADDRESS)).rejects.toMatchObject({ code: 'unavailable' });
    expect(asked).toHaveLength(6);
  });
});

test.each([
  ['as it is', { body: 'x'.repeat(200_000) }],
  ['once decompressed', { body: gzipSync('x'.repeat(5_000_000)), headers: { 'content-encoding': 'gzip' } }],
])('an answer that is too large %s is not read on, nor asked for again', async (_, replay) => {
  const { fetch, asked } = await fetcherOf(replay);
  await expect(fetch(ADDRESS)).rejects.toMatchObject({ code: 'too-large' });
  expect(asked).toHaveLength(1);
});

test('a server that wants patience of one is not asked by another either', async () => {
  const { fetch, asked } = await fetcherOf({ status: 429, headers: { 'retry-after': '600' } });
  await expect(fetch(ADDRESS)).rejects.toMatchObject({ code: 'unavailable' });
  await expect(fetch(`${ADDRESS}/other`)).rejects.toThrow('boards.example wants to be left alone');
  expect(asked).toHaveLength(1);
});

test('each attempt is told', async () => {
  const { fetch } = await fetcherOf({ status: 503 }, { body: 'jobs' });
  let attempts = 0;
  await fetch(ADDRESS, { onAttempt: () => (attempts += 1) });
  expect(attempts).toBe(2);
});

test('the next answer is asked for once all of the one before it has come', async () => {
  const { fetch } = await fetcherOf({ body: 'jobs', endsAfterMs: 100 }, { body: 'jobs' });
  const come: string[] = [];
  const ask = async (name: string) => {
    await fetch(`${ADDRESS}/${name}`);
    come.push(name);
  };
  await Promise.all([ask('slow'), ask('fast')]);
  expect(come).toEqual(['slow', 'fast']);
});
