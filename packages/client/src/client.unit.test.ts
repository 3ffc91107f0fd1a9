import { describe, expect, test } from '@jest/globals';
import { responseOf } from './response-of.ts';
import { createClient } from './create-client.ts';
import { ProblemError, UnreachableError } from './errors.ts';
import { MOST_RESULT_BYTES, sendLines } from './send-lines.ts';

type Answer = (request: Request) => Response | Promise<Response>;
const baseUrl = 'http://gateway:4100';
const clientOf = (response: Answer) => createClient({ baseUrl, fetch: async (request) => response(request) });
const caught = (asked: Promise<unknown>) =>
  asked.then(
    () => null,
    (error: unknown) => error,
  );
const problem = { type: 'urn:x', title: 'Not valid', status: 400, code: 'invalid-input' };

describe('a request', () => {
  test('is sent to its path with URL-encoded parameters', async () => {
    const asked: string[] = [];
    const gateway = clientOf(({ method, url }) => {
      asked.push(`${method} ${url}`);
      return Response.json({ skillId: 'c/c++', months: [] });
    });
    const params = { path: { id: 'c/c++' }, query: { country: 'DE', top: 3, role: undefined } };
    const trend = await responseOf(gateway.GET('/v1/skills/{id}/trend', { params }));
    expect(trend.skillId).toBe('c/c++');
    expect(asked).toEqual([`GET ${baseUrl}/v1/skills/c%2Fc%2B%2B/trend?country=DE&top=3`]);
  });

  test.each(['.', '..'])('with an id of dots, %s, is not sent: it would be for another path', async (id) => {
    const gateway = clientOf(({ url }) => Promise.reject(new Error(`sent to ${url}`)));
    const asked = (async () =>
      responseOf(gateway.GET('/v1/skills/{id}/trend', { params: { path: { id } } })))();
    expect(await caught(asked)).toMatchObject({
      name: 'TypeError',
      message: expect.stringContaining('id cannot be'),
    });
  });

  test('that is refused fails with the problem, and with the time after which to retry', async () => {
    const faults = [{ path: 'top', message: 'too big' }];
    const body = { ...problem, detail: 'Some fields are not valid', faults };
    const headers = { 'content-type': 'application/problem+json', 'retry-after': '7' };
    const gateway = clientOf(() => new Response(JSON.stringify(body), { status: 400, headers }));
    const error = await caught(responseOf(gateway.GET('/v1/demand')));
    expect(error).toBeInstanceOf(ProblemError);
    expect(error).toMatchObject({
      message: 'Some fields are not valid',
      status: 400,
      problem: { code: 'invalid-input', faults },
      retryAfterSeconds: 7,
    });
  });

  test.each(['', '{}', '<html>', 'null'])(
    'that is refused without a problem (%s) fails, too',
    async (body) => {
      const gateway = clientOf(() => new Response(body, { status: 502 }));
      expect(await caught(responseOf(gateway.GET('/v1/ledger')))).toMatchObject({
        message: 'the gateway answered 502',
        problem: null,
        retryAfterSeconds: null,
      });
    },
  );

  test('without a response fails with the cause below "fetch failed"', async () => {
    const cause = Object.assign(new Error('connect'), { code: 'ECONNREFUSED' });
    const gateway = clientOf(() => Promise.reject(new TypeError('fetch failed', { cause })));
    const error = await caught(responseOf(gateway.GET('/healthz')));
    expect(error).toBeInstanceOf(UnreachableError);
    expect(error).toMatchObject({
      message: `nobody answers at ${baseUrl}: ECONNREFUSED`,
      reason: 'ECONNREFUSED',
    });
  });

  test('that the caller aborts fails with the caller’s own reason', async () => {
    const gateway = clientOf((request) => Promise.reject(request.signal.reason as Error));
    const asked = responseOf(gateway.GET('/healthz', { signal: AbortSignal.abort() }));
    expect(await caught(asked)).toMatchObject({ name: 'AbortError' });
  });
});

describe('a stream of postings', () => {
  const results = [
    { line: 1, status: 'accepted', postingId: 'a.é🦓', version: 1 },
    { line: 2, status: 'rejected', faults: [] },
  ];
  const bytes = new TextEncoder().encode(results.map((result) => `${JSON.stringify(result)}\n`).join(''));
  const streamOf = (parts: Uint8Array[], broken = false) =>
    new ReadableStream({
      pull: (controller) => {
        const part = parts.shift();
        if (part) controller.enqueue(part);
        else if (broken) controller.error(Object.assign(new Error('gone'), { code: 'ECONNRESET' }));
        else controller.close();
      },
    });

  test('is sent unchanged, and its results come one by one in whatever chunks they arrive', async () => {
    const sent: string[] = [];
    const gateway = clientOf(async (request) => {
      sent.push(`${request.headers.get('content-type')} ${await request.text()}`);
      return new Response(streamOf([...bytes].map((byte) => Uint8Array.of(byte))));
    });
    const seen: unknown[] = [];
    for await (const result of sendLines(gateway, new TextEncoder().encode('{}\n{}\n'))) seen.push(result);
    expect(seen).toEqual(results);
    expect(sent).toEqual(['application/x-ndjson {}\n{}\n']);
  });

  test('that breaks off fails after the results that were received', async () => {
    const gateway = clientOf(() => new Response(streamOf([bytes], true)));
    const seen: unknown[] = [];
    const reading = (async () => {
      for await (const result of sendLines(gateway, '{}\n{}\n')) seen.push(result);
    })();
    expect(await caught(reading)).toMatchObject({ name: 'UnreachableError', reason: 'ECONNRESET' });
    expect(seen).toEqual(results);
  });

  test('with an endless result is aborted, and no more than a line of it is buffered', async () => {
    const block = new Uint8Array(64 * 1024).fill(0x61);
    const endless = Array.from({ length: 100 }, () => block);
    const gateway = clientOf(() => new Response(streamOf([bytes, ...endless])));
    const seen: unknown[] = [];
    const reading = (async () => {
      for await (const result of sendLines(gateway, '{}\n{}\n')) seen.push(result);
    })();
    expect(await caught(reading)).toMatchObject({
      name: 'UnreachableError',
      reason: `line 3 is longer than ${MOST_RESULT_BYTES} bytes`,
    });
    expect(seen).toEqual(results);
  });

  test('of which nothing was accepted fails with the problem', async () => {
    const gateway = clientOf(() =>
      Response.json({ ...problem, status: 503, code: 'overloaded' }, { status: 503 }),
    );
    expect(await caught(sendLines(gateway, '{}').next())).toMatchObject({ problem: { code: 'overloaded' } });
  });
});
