import { describe, expect, test } from '@jest/globals';
import { ProblemError, UnreachableError } from '@skillstream/client';
import { asOfMs, freshResponseOf } from './fresh-response.ts';
import { nextAskMs, nextLookMs } from './refetching.ts';

const answered = (status: number, body: unknown, headers: Record<string, string> = {}) =>
  new ProblemError(new Response('', { status, headers }), body);
const refused = (status: number, headers: Record<string, string> = {}) =>
  answered(status, { code: 'refused', title: 'Refused' }, headers);

describe('the freshness of a response', () => {
  const asked = (headers: Record<string, string>) =>
    freshResponseOf(Promise.resolve({ data: 1, response: new Response('', { headers }) }));

  test.each([
    [{}, null],
    [{ age: '7' }, null],
    [{ age: '7', 'skillstream-stale': 'true' }, 7],
    [{ age: 'x', 'skillstream-stale': 'true' }, 0],
  ])('%j is an age of %s s', async (headers, seconds) =>
    expect((await asked(headers as Record<string, string>)).freshness.staleSeconds).toBe(seconds),
  );

  test('tells one time of the data: of a stale one that of the data, not of the answer', () => {
    expect(asOfMs({ readAtMs: 25_000, staleSeconds: 10 })).toBe(15_000);
    expect(asOfMs({ readAtMs: 25_000, staleSeconds: null })).toBe(25_000);
  });

  test('is not there for a refusal, which is thrown', async () => {
    const response = new Response('', { status: 503 });
    await expect(freshResponseOf(Promise.resolve({ error: '', response }))).rejects.toThrow(ProblemError);
  });
});

describe('a query is asked again', () => {
  test.each([
    ['after its interval', null, 5000],
    ['after its interval when nobody answers', new UnreachableError('nobody', null), 5000],
    ['when the gateway says', refused(429, { 'retry-after': '30' }), 30_000],
    ['no sooner than after its interval', refused(503, { 'retry-after': '1' }), 5000],
    ['never when it is wrong', refused(400), false],
    ['never without a token', refused(401), false],
    ['never without a token, whoever says so', answered(401, null), false],
    ['after its interval when a proxy that starts knows no such path', answered(404, '<html>'), 5000],
    ['after its interval when a proxy refuses', answered(403, null), 5000],
  ])('%s', (_name, error, expected) => expect(nextAskMs(error, 5000)).toBe(expected));
});

describe('a posting is followed', () => {
  const look = (outcome: 'waiting' | 'counted' | 'dead' | 'unknown' | null, error: Error | null = null) => {
    const data = outcome && { data: { outcome }, freshness: { readAtMs: 0, staleSeconds: null } };
    return nextLookMs({ state: { data: data ?? undefined, error } });
  };

  test.each([
    ['waiting', 1_000],
    ['unknown', 1_000],
    ['counted', false],
    ['dead', 15_000],
    [null, 1_000],
  ] as const)('while it is %s, after %s ms', (outcome, ms) => expect(look(outcome)).toBe(ms));

  test('not where that is refused, and later where the gateway says so', () =>
    expect([look(null, refused(403)), look('waiting', refused(429, { 'retry-after': '7' }))]).toEqual([
      false,
      7_000,
    ]));
});
