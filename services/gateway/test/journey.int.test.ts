import type { RequestListener } from 'node:http';
import { afterEach, expect, test } from '@jest/globals';
import { journey, problem, type AcceptedTrail, type CountedTrail } from '@skillstream/contracts';
import { respond, startGateway } from './upstream.ts';

let gateway: Awaited<ReturnType<typeof startGateway>>;
afterEach(() => gateway.stop());

const at = (second: number) => new Date(second * 1000).toISOString();
const published = { partition: 3, offset: 10, at: at(2), replica: 'ingestion-2' };
const accepted: AcceptedTrail = {
  ...{ postingId: 'a.1', source: 'a', version: 1, retracted: false, pending: false },
  ...{ at: at(1), replica: 'ingestion-1', requeuedAt: null, published, taggedUpTo: 11 },
  traceId: 'a'.repeat(32),
};
const counted: CountedTrail = {
  fact: {
    ...{ source: 'a', version: 1, retracted: false, partition: 5, offset: 20, acceptedAt: at(1) },
    ...{ received: published, taggedAt: at(4), taggedBy: 'tagging-1' },
    ...{ countedAt: at(6), countedBy: 'analytics-2', traceId: 'a'.repeat(32) },
  },
  view: { version: 1, position: 20, at: at(5), replica: 'analytics-1' },
  ...{ letters: [], missing: [] },
};
const nothing: CountedTrail = { fact: null, view: null, letters: [], missing: [] };
const notFound = { type: 'about:blank', title: 'Not found', status: 404, code: 'not-found', traceId: 'x' };
const ready = respond({ ready: true, checks: {} });
const withReadiness =
  (listener: RequestListener): RequestListener =>
  (req, res) =>
    (req.url === '/readyz' ? ready : listener)(req, res);

const upstreams = () => ({
  ingestion: withReadiness(respond(accepted)),
  tagging: ready,
  analytics: withReadiness(respond(counted)),
});
const ask = (id = 'a.1') => fetch(`${gateway.url}/v1/postings/${encodeURIComponent(id)}/journey`);
const journeyOf = async () => journey.parse(await (await ask()).json());
const statesOf = async () => (await journeyOf()).steps.map(({ step, state }) => `${step} ${state}`);

test('a journey is put together from what each service stores, by an id as it was sent', async () => {
  const asked: string[] = [];
  const noted =
    (listener: RequestListener): RequestListener =>
    (req, res) => {
      asked.push(req.url!);
      listener(req, res);
    };
  const { ingestion, tagging, analytics } = upstreams();
  gateway = await startGateway({ ingestion: noted(ingestion), tagging, analytics: noted(analytics) });
  const found = journey.parse(await (await ask('a/1 ü')).json());
  expect(asked).toEqual(['/v1/postings/a%2F1%20%C3%BC/trail', '/v1/postings/a%2F1%20%C3%BC/trail']);
  expect(found).toMatchObject({ postingId: 'a/1 ü', outcome: 'counted' });
  expect(found.steps.map(({ replica, waitedMs }) => [replica, waitedMs])).toEqual([
    ['ingestion-1', null],
    ['ingestion-2', 1000],
    ['tagging-1', 2000],
    ['analytics-1', 1000],
    ['analytics-2', 2000],
  ]);
  expect(found).not.toHaveProperty('away');
});

test('a posting that ingestion does not know is not found, also while analytics is away', async () => {
  const ingestion = respond(notFound, 404);
  gateway = await startGateway({ ...upstreams(), ingestion, analytics: respond(nothing) });
  const response = await ask();
  expect([response.status, problem.parse(await response.json())]).toMatchObject([
    404,
    { code: 'not-found', detail: 'There is no posting a.1' },
  ]);
  await gateway.stop();
  gateway = await startGateway({ ingestion, tagging: ready });
  expect((await ask()).status).toBe(404);
});

test('while ingestion is away the rest is given and ingestion is named; nobody’s posting is then not "not found"', async () => {
  const { tagging, analytics } = upstreams();
  gateway = await startGateway({ tagging, analytics });
  expect(await journeyOf()).toMatchObject({
    outcome: 'counted',
    away: [{ part: 'ingestion', reason: expect.stringContaining('nobody listens there') }],
  });
  await gateway.stop();
  gateway = await startGateway({ tagging, analytics: respond(nothing) });
  const response = await ask();
  expect([response.status, problem.parse(await response.json()).detail]).toEqual([
    503,
    'ingestion is not available',
  ]);
});

test('while analytics is away its steps are not known, and those of the others are', async () => {
  const { ingestion, tagging } = upstreams();
  const waiting = { ready: false, checks: { redis: { ok: false, detail: 'no response' } } };
  const analytics: RequestListener = (req, res) =>
    (req.url === '/readyz' ? respond(waiting, 503) : respond(notFound, 503))(req, res);
  gateway = await startGateway({ ingestion, tagging, analytics });
  expect(await statesOf()).toEqual([
    ...['accepted reached', 'published reached', 'tagged unknown'],
    ...['counted-in-views unknown', 'counted-in-facts unknown'],
  ]);
  expect((await journeyOf()).away).toEqual([
    { part: 'analytics', reason: 'it waits for redis (no response)', ageSeconds: null },
  ]);
});

test('while tagging is away, or an engine of analytics, that is named beside the steps', async () => {
  const { ingestion } = upstreams();
  const missing = [{ part: 'views' as const, reason: 'Redis is away' }];
  gateway = await startGateway({
    ingestion,
    analytics: withReadiness(respond({ ...counted, view: null, missing })),
  });
  const { away, outcome, steps } = await journeyOf();
  expect(outcome).toBe('unknown');
  expect(steps[3]).toMatchObject({ state: 'unknown', detail: 'Redis is away' });
  expect(away).toEqual([
    { part: 'tagging', reason: expect.any(String), ageSeconds: null },
    { part: 'analytics', reason: 'views: Redis is away', ageSeconds: null },
  ]);
});

test('a service that refuses the token is an error of the caller, not a service that is away', async () => {
  gateway = await startGateway({ ...upstreams(), analytics: respond(notFound, 403) });
  expect((await ask()).status).toBe(403);
});
