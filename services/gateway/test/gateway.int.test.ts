import { once } from 'node:events';
import { request, type IncomingMessage, type RequestListener } from 'node:http';
import { Readable, Writable } from 'node:stream';
import { afterEach, describe, expect, test } from '@jest/globals';
import { ledger, operationList, platformStatus, problem, publicOperations } from '@skillstream/contracts';
import { traceFields } from '@skillstream/telemetry';
import { pino } from 'pino';
import { isUpstream, upstreams, type Upstream } from '../src/upstreams/upstreams.ts';
import { respond, startGateway } from './upstream.ts';

let gateway: Awaited<ReturnType<typeof startGateway>>;
afterEach(() => gateway.stop());

const START = { source: 'a', sourceId: '1' };
const ndjson = { 'content-type': 'application/x-ndjson' };
const postStream = (headers: Record<string, string> = ndjson) =>
  request({ port: gateway.port, host: '127.0.0.1', method: 'POST', path: '/v1/postings', headers });

describe('forwarding', () => {
  test('sends every operation of an upstream to it, query included', async () => {
    const echo =
      (upstream: Upstream): RequestListener =>
      (req, res) =>
        respond({ upstream, url: req.url })(req, res);
    const listeners = Object.fromEntries(upstreams.map((upstream) => [upstream, echo(upstream)]));
    gateway = await startGateway(listeners);
    const handedOn = operationList.filter(({ id, owner }) => id in publicOperations && isUpstream(owner));
    expect(handedOn.length).toBeGreaterThan(20);
    for (const { method, path, owner: upstream } of handedOn) {
      const url = `${path.replace(':id', 'x%2Fy')}?role=backend&top=3`;
      expect(await (await fetch(gateway.url + url, { method })).json()).toEqual({ upstream, url });
    }
    expect((await fetch(`${gateway.url}/v1/nothing`)).status).toBe(404);
  });

  test('lets results flow back while the request is still being sent', async () => {
    gateway = await startGateway({
      ingestion: (req, res) => {
        res.writeHead(200, ndjson).flushHeaders();
        req.on('data', (chunk: Buffer) => res.write(`seen ${chunk.toString()}`)).on('end', () => res.end());
      },
    });
    const sending = postStream();
    sending.write('one\n');
    const [response] = (await once(sending, 'response')) as [IncomingMessage];
    expect(String((await once(response, 'data'))[0])).toBe('seen one\n');
    sending.write('two\n');
    expect(String((await once(response, 'data'))[0])).toBe('seen two\n');
    sending.end();
    response.resume();
    await once(response, 'end');
  });

  test('applies back-pressure to the sender while the upstream does not read', async () => {
    const begun = Promise.withResolvers<IncomingMessage>();
    let received = 0;
    gateway = await startGateway({
      ingestion: (req, res) => {
        begun.resolve(req.pause());
        req.on('end', () => res.end());
      },
    });
    // Far more than all buffers on the way can hold.
    const total = 64;
    let produced = 0;
    const body = Readable.from(
      (function* () {
        for (; produced < total; produced += 1) yield Buffer.alloc(1 << 20, 'x');
      })(),
    );
    const sending = postStream();
    body.pipe(sending);
    const reader = await begun.promise;
    const nextLook = (before: number): Promise<number> =>
      new Promise((resolve) => setTimeout(() => resolve(produced - before), 10));
    for (let still = 0; still < 10; still += 1) if ((await nextLook(produced)) > 0) still = -1;
    expect(produced).toBeLessThan(total / 2);
    reader.on('data', (chunk: Buffer) => (received += chunk.length)).resume();
    const [response] = (await once(sending, 'response')) as [IncomingMessage];
    response.resume();
    await once(response, 'end');
    expect(received).toBe(total << 20);
  });

  test('returns a response that begins before the request is complete, and serves the next one', async () => {
    gateway = await startGateway({ ingestion: respond({ code: 'overloaded' }, 503) });
    const sending = postStream();
    sending.write('{}\n');
    const [response] = (await once(sending, 'response')) as [IncomingMessage];
    expect(response.statusCode).toBe(503);
    response.resume();
    sending.end();
    await once(response, 'end');
    expect((await fetch(`${gateway.url}/v1/postings/1`)).status).toBe(503);
  });

  test('closes the connection when an upstream dies in the middle of its response', async () => {
    gateway = await startGateway({
      ingestion: (req, res) => {
        res.writeHead(200, ndjson);
        res.write('{"line":1}\n');
        req.once('data', () => res.destroy());
      },
    });
    const sending = postStream();
    sending.on('error', () => undefined);
    sending.flushHeaders();
    const [response] = (await once(sending, 'response')) as [IncomingMessage];
    response.resume();
    const broken = once(response, 'end');
    sending.write('{}\n');
    await expect(broken).rejects.toMatchObject({ code: 'ECONNRESET' });
  });

  test('names the upstream that dies before it responds, or is unavailable', async () => {
    gateway = await startGateway({ ingestion: (_req, res) => void res.destroy() });
    for (const [path, upstream] of [
      ['/v1/postings/1', 'ingestion'],
      ['/v1/demand', 'analytics'],
    ] as const) {
      const response = await fetch(gateway.url + path);
      expect(response.headers.get('retry-after')).toBe('1');
      expect(response.headers.get('content-type')).toContain('application/problem+json');
      expect(problem.parse(await response.json())).toMatchObject({
        status: 503,
        code: 'unavailable',
        detail: `${upstream} is not available`,
      });
    }
  });
});

test.each(['/v1/ledger', '/v1/status', '/openapi.json', '/docs', '/healthz'])(
  '%s refuses parameters that it does not have, and says which methods it takes',
  async (path) => {
    gateway = await startGateway({});
    const asked = await fetch(`${gateway.url}${path}?colour=red`);
    expect(problem.parse(await asked.json())).toMatchObject({ status: 400, faults: [{ path: 'colour' }] });
    const posted = await fetch(gateway.url + path, { method: 'POST' });
    expect([posted.status, posted.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
    expect(problem.parse(await posted.json())).toMatchObject({ code: 'method-not-allowed' });
  },
);

describe('the trace', () => {
  const caller = '00-0123456789abcdef0123456789abcdef-0123456789abcdef-';
  test.each([
    ['one posting', 'application/json', JSON.stringify(START), undefined, '01'],
    ['an array', 'application/json', ` \n[${JSON.stringify(START)}]`, undefined, '00'],
    ['a stream', 'application/x-ndjson', JSON.stringify(START), undefined, '00'],
    ["a stream with the caller's trace", 'application/x-ndjson', '{}', `${caller}01`, '00'],
    ["a stream with a trusted caller's trace", 'application/x-ndjson', '{}', `${caller}01`, '01', true],
    ["one posting with the caller's trace", 'application/json', '{}', `${caller}01`, '01'],
    ["one posting with the caller's unsampled trace", 'application/json', '{}', `${caller}00`, '00'],
  ])(
    'of %s is forwarded and logged when sampled',
    async (_what, type, body, traceparent, flags, trustsCallers = false) => {
      const lines: string[] = [];
      const sink = new Writable({ write: (chunk, _encoding, done) => (lines.push(String(chunk)), done()) });
      const seen: { traceparent?: string; body?: string } = {};
      gateway = await startGateway(
        {
          ingestion: async (req, res) => {
            seen.traceparent = req.headers.traceparent as string;
            seen.body = String(Buffer.concat(await req.toArray()));
            res.end('{}');
          },
        },
        { log: pino({ level: 'info', mixin: traceFields }, sink), trustsCallers },
      );
      const headers = { 'content-type': type, ...(traceparent ? { traceparent } : {}) };
      const response = await fetch(`${gateway.url}/v1/postings`, { method: 'POST', headers, body });
      await response.text();
      const traceId = response.headers.get('trace-id');
      expect(seen.body).toBe(body);
      expect(seen.traceparent).toMatch(new RegExp(`^00-${traceId}-[0-9a-f]{16}-${flags}$`));
      if (traceparent) expect(traceId).toBe(traceparent.split('-')[1]);
      const logged = lines
        .filter((line) => line.includes('request forwarded'))
        .map((line) => JSON.parse(line));
      expect(logged).toEqual(
        flags === '01'
          ? [
              expect.objectContaining({
                trace_id: traceId,
                span_id: expect.stringMatching(/^[0-9a-f]{16}$/),
                method: 'POST',
                path: '/v1/postings',
                msg: 'request forwarded',
              }),
            ]
          : [],
      );
    },
  );
});

describe('combined responses', () => {
  const ingestion = { sources: { hn: { accepted: 1, pending: 0, versions: 1 } } };
  const analytics = { lag: 0, sources: { hn: { counted: 1, deadLettered: 0, versions: 1 } } };

  test('the ledger covers all three services', async () => {
    gateway = await startGateway({
      ingestion: respond(ingestion),
      tagging: respond({ lag: 0 }),
      analytics: respond(analytics),
    });
    const found = ledger.parse(await (await fetch(`${gateway.url}/v1/ledger`)).json());
    expect(found).toMatchObject({ idle: true, balanced: true, total: { accepted: 1, counted: 1 } });
  });

  test('a posting that arrives while the ledger is read makes it busy, not wrong', async () => {
    // Ingestion returns an older count; only a new one includes the posting.
    const later = { sources: { hn: { accepted: 2, pending: 1, versions: 2 } } };
    gateway = await startGateway({
      ingestion: (req, res) =>
        respond(req.headers['cache-control'] === 'no-cache' ? later : ingestion)(req, res),
      tagging: respond({ lag: 0 }),
      analytics: respond(analytics),
    });
    const found = ledger.parse(await (await fetch(`${gateway.url}/v1/ledger`)).json());
    expect(found).toMatchObject({ idle: false, balanced: false });
  });

  test('while postings move an older count of ingestion is enough, and the ledger is busy whatever the sum', async () => {
    const asked: unknown[] = [];
    gateway = await startGateway({
      ingestion: (req, res) => {
        asked.push(req.headers['cache-control']);
        respond(ingestion)(req, res);
      },
      tagging: respond({ lag: 1 }),
      analytics: respond(analytics),
    });
    const found = ledger.parse(await (await fetch(`${gateway.url}/v1/ledger`)).json());
    expect(found).toMatchObject({ idle: false, balanced: false, total: { accepted: 1, counted: 1 } });
    expect(asked).toEqual(['max-age=5']);
  });

  test('the ledger fails when an upstream is unavailable, and names it', async () => {
    gateway = await startGateway({ ingestion: respond(ingestion), analytics: respond(analytics) });
    const response = await fetch(`${gateway.url}/v1/ledger`);
    expect(problem.parse(await response.json())).toMatchObject({
      status: 503,
      detail: 'tagging is not available',
    });
  });

  test('the status shows each upstream, available or not', async () => {
    const consumer = { group: 'tagging', topic: 't', partitions: [], lag: 0, caughtUp: true };
    const unready = { ready: false, checks: { kafka: { ok: false, detail: 'no answer' } } };
    gateway = await startGateway({
      ingestion: respond(unready, 503),
      tagging: (req, res) =>
        respond(req.url === '/v1/consumers' ? [consumer] : { ready: true, checks: {} })(req, res),
    });
    expect((await fetch(`${gateway.url}/readyz`)).status).toBe(200);
    expect(platformStatus.parse(await (await fetch(`${gateway.url}/v1/status`)).json())).toEqual({
      services: {
        gateway: { ready: true, checks: {} },
        ingestion: unready,
        tagging: { ready: true, checks: {} },
        analytics: { unreachable: expect.stringContaining('ECONNREFUSED') },
      },
      consumers: [consumer],
      away: [{ part: 'analytics', reason: 'nobody listens there (ECONNREFUSED)', ageSeconds: null }],
    });
  });
});
