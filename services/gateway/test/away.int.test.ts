import type { RequestListener } from 'node:http';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { ledger, platformStatus } from '@skillstream/contracts';
import type { RequestHandler } from 'express';
import { respond, startGateway } from './upstream.ts';

let gateway: Awaited<ReturnType<typeof startGateway>>;
afterEach(() => gateway.stop());

const ingestion = { sources: { hn: { accepted: 1, pending: 0, versions: 1 } } };
const analytics = { lag: 0, sources: { hn: { counted: 1, deadLettered: 0, versions: 1 } } };

test('a dead letter of an outdated version is looked up, once and only before a claim', async () => {
  const asked: string[] = [];
  const lines: Record<string, unknown> = {
    '/v1/ledger': { sources: { hn: { accepted: 1, pending: 0, versions: 0, retracted: 1 } } },
    '/v1/versions': {
      rows: [{ postingId: 'hn.1', version: 3, retracted: true, pending: false }],
      next: null,
    },
  };
  const counted = { counted: 0, deadLettered: 1, versions: 2, deadRetractions: 0 };
  gateway = await startGateway({
    ingestion: (req, res) => {
      asked.push(`${req.method} ${req.url}`);
      respond(lines[req.url!])(req, res);
    },
    tagging: respond({ lag: 0 }),
    analytics: respond({
      ...{ lag: 0, sources: { hn: counted } },
      dead: [{ postingId: 'hn.1', source: 'hn', version: 2, retracted: false }],
    }),
  });
  const found = ledger.parse(await (await fetch(`${gateway.url}/v1/ledger`)).json());
  expect(found).toMatchObject({ balanced: true, total: { retracted: 1, deadLettered: 0, inFlight: 0 } });
  expect(asked).toEqual(['GET /v1/ledger', 'POST /v1/versions', 'GET /v1/ledger']);
});

describe('while an upstream is unavailable that was available before', () => {
  const consumer = { group: 'tagging', topic: 't', partitions: [], lag: 7, caughtUp: true };
  const tagging =
    (silent: () => boolean): RequestListener =>
    (req, res) => {
      if (silent()) return void res.destroy();
      const responses: Record<string, unknown> = { '/v1/ledger': { lag: 0 }, '/v1/consumers': [consumer] };
      respond(responses[req.url!] ?? { ready: true, checks: {} })(req, res);
    };
  const silence = { part: 'tagging', reason: 'the connection broke (ECONNRESET)' };
  let silent: boolean;
  beforeEach(async () => {
    silent = false;
    gateway = await startGateway({
      ingestion: respond(ingestion),
      tagging: tagging(() => silent),
      analytics: respond(analytics),
    });
  });
  const get = async (path: string) => (await fetch(`${gateway.url}${path}`)).json();

  test('the ledger has its last row with its age and the reason, and claims nothing', async () => {
    expect(ledger.parse(await get('/v1/ledger'))).toMatchObject({ idle: true, balanced: true });
    silent = true;
    const found = ledger.parse(await get('/v1/ledger'));
    expect(found).toMatchObject({
      ...{ idle: false, balanced: false, total: { accepted: 1, counted: 1, missing: 0 } },
      away: [{ ...silence, ageSeconds: expect.any(Number) }],
    });
    silent = false;
    const again = ledger.parse(await get('/v1/ledger'));
    expect([again.balanced, again.away]).toEqual([true, undefined]);
  });

  test('the status has its last lags with their age, and does not call them caught up', async () => {
    await get('/v1/status');
    silent = true;
    expect(platformStatus.parse(await get('/v1/status'))).toMatchObject({
      services: { tagging: { unreachable: silence.reason } },
      consumers: [{ ...consumer, caughtUp: false, ageSeconds: expect.any(Number) }],
      away: expect.arrayContaining([{ ...silence, ageSeconds: expect.any(Number) }]),
    });
  });

  test('and GraphQL returns the same', async () => {
    await get('/v1/ledger');
    silent = true;
    const query = '{ ledger { balanced away { part reason ageSeconds } } status { away { part } } }';
    const { data } = (await get(`/graphql?query=${encodeURIComponent(query)}`)) as {
      data: { ledger: object; status: { away: object[] } };
    };
    expect(data.ledger).toMatchObject({ balanced: false, away: [silence] });
    expect(data.status.away).toContainEqual({ part: 'tagging' });
  });
});

describe('while an upstream is available and waits for an engine', () => {
  const consumer = { group: 'tagging', topic: 't', partitions: [], lag: 0, caughtUp: true };
  const unavailable = {
    type: 'urn:skillstream:problem:unavailable',
    title: 'A part of the platform is not available',
    status: 503,
    code: 'unavailable',
  };
  const reason = 'it waits for kafka (no answer within 1500 ms)';
  let kafka: { ok: boolean; detail?: string };
  beforeEach(async () => {
    kafka = { ok: true };
    gateway = await startGateway({
      ingestion: respond(ingestion),
      tagging: (req, res) => {
        const { ok } = kafka;
        const responses: Record<string, [body: object, status: number]> = {
          '/v1/ledger': ok ? [{ lag: 0 }, 200] : [unavailable, 503],
          '/v1/consumers': [[ok ? { ...consumer, lag: 7 } : consumer], 200],
          '/readyz': [{ ready: ok, checks: { kafka, consumer: { ok } } }, ok ? 200 : 503],
        };
        respond(...responses[req.url!]!)(req, res);
      },
      analytics: respond(analytics),
    });
  });
  const get = async (path: string) => (await fetch(`${gateway.url}${path}`)).json();
  const breakKafka = () => {
    kafka = { ok: false, detail: 'no answer within 1500 ms' };
  };

  test('the lags of a consumer without Kafka are the last known ones, with their age, whatever it reports', async () => {
    await get('/v1/status');
    breakKafka();
    const found = platformStatus.parse(await get('/v1/status'));
    expect(found.services.tagging).toMatchObject({ ready: false });
    expect(found.consumers).toMatchObject([{ lag: 7, caughtUp: false, ageSeconds: expect.any(Number) }]);
    expect(found.away).toContainEqual({ part: 'tagging', reason, ageSeconds: expect.any(Number) });
  });

  test('and where none are known, none are reported', async () => {
    breakKafka();
    const found = platformStatus.parse(await get('/v1/status'));
    expect(found.consumers).toEqual([]);
    expect(found.away).toContainEqual({ part: 'tagging', reason, ageSeconds: null });
  });

  test('the ledger has the reason that the upstream itself gives, not its status 503', async () => {
    await get('/v1/ledger');
    breakKafka();
    const { away } = ledger.parse(await get('/v1/ledger'));
    expect(away).toMatchObject([{ part: 'tagging', reason: `${reason}, consumer` }]);
  });
});

test('tokens that are not required are not forwarded: callers with invented ones share the ledger of all others', async () => {
  const asked: (string | undefined)[] = [];
  // The first read is under way until all callers are there, however long a busy process takes to let them in.
  const allAreThere = Promise.withResolvers<void>();
  let callers = 0;
  const authorize: RequestHandler = (_req, _res, next) => {
    if ((callers += 1) === 30) allAreThere.resolve();
    next();
  };
  const reported =
    (body: unknown): RequestListener =>
    async (req, res) => {
      asked.push(req.headers.authorization);
      await allAreThere.promise;
      respond(body)(req, res);
    };
  const services = {
    ingestion: reported(ingestion),
    tagging: reported({ lag: 0 }),
    analytics: reported(analytics),
  };
  gateway = await startGateway(services, { authorize, timeoutMs: 60_000 });
  const poll = (n: number) =>
    fetch(`${gateway.url}/v1/ledger`, { headers: { authorization: `Bearer ${n}` } });
  const responses = await Promise.all(Array.from({ length: 30 }, (_, n) => poll(n)));
  expect(responses.every(({ status }) => status === 200)).toBe(true);
  // Two reads at most, of some six requests each.
  expect(asked.length).toBeLessThan(20);
  expect(asked.filter(Boolean)).toEqual([]);
});
