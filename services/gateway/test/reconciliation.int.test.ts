import type { RequestListener } from 'node:http';
import { afterEach, expect, test } from '@jest/globals';
import { until } from '@skillstream/async/testing';
import { problem, reconciliationPage, type VersionDifference } from '@skillstream/contracts';
import { respond, startGateway } from './upstream.ts';

let gateway: Awaited<ReturnType<typeof startGateway>>;
afterEach(() => gateway.stop());

const row = (postingId: string) => ({ postingId, version: 1, retracted: false, pending: false });
const counts = { postings: 2, pending: 0, deadLettered: 0, retractedWithoutFact: 0 };
const missing: VersionDifference = {
  ...{ kind: 'missing', postingId: 'a.1', counted: null },
  accepted: { version: 1, retracted: false },
};

/** Fakes of the upstreams: ingestion has two postings, and analytics finds these differences, call by call. */
const partsWith = (looks: VersionDifference[][], taggingLag = 0) => {
  const asked: string[] = [];
  const bodies: unknown[] = [];
  const record =
    (listener: RequestListener): RequestListener =>
    async (req, res) => {
      asked.push(`${req.method} ${req.url}`);
      const body = Buffer.concat(await req.toArray());
      if (body.length > 0) bodies.push(JSON.parse(String(body)));
      listener(req, res);
    };
  const listeners = {
    ingestion: record(respond({ rows: [row('a.1'), row('a.2')], next: 'a.2' })),
    tagging: record(respond({ lag: taggingLag })),
    analytics: record((req, res) => {
      if (req.url === '/v1/ledger') return respond({ lag: 0, sources: {} })(req, res);
      const differences = looks.length > 1 ? looks.shift()! : looks[0]!;
      respond({ counts, differences, upTo: 'a.2' })(req, res);
    }),
  };
  return { asked, bodies, listeners };
};
const ask = async (query = '') => fetch(`${gateway.url}/v1/reconciliation${query}`);
/** The differences that the gateway has counted, by kind. */
const countedDifferences = async () => {
  const text = await gateway.metrics();
  const lines = text.matchAll(/^skillstream_differences_found_total{kind="([^"]+)",.*} (\d+)$/gm);
  return Object.fromEntries([...lines].map(([, kind, count]) => [kind, Number(count)]));
};

test('a page of ingestion is compared by analytics, and names the start of the next', async () => {
  const { asked, bodies, listeners } = partsWith([[]]);
  gateway = await startGateway(listeners);
  const page = reconciliationPage.parse(await (await ask('?after=a%2F0&limit=2')).json());
  expect(page).toEqual({ counts, differences: [], settled: true, next: 'a.2' });
  expect(asked).toEqual(['GET /v1/versions?limit=2&after=a%2F0', 'POST /v1/versions/compare']);
  expect(bodies).toEqual([{ rows: [row('a.1'), row('a.2')], after: 'a/0', upTo: 'a.2' }]);
});

test('what differs is compared again by its id, until it is stable or gone', async () => {
  const late = { ...missing, postingId: 'a.2' };
  const { bodies, listeners } = partsWith([[missing, late], [missing, late], [missing]]);
  gateway = await startGateway(listeners);
  const page = reconciliationPage.parse(await (await ask()).json());
  expect(page).toMatchObject({ differences: [missing], settled: true });
  const again = bodies.filter((body) => !('rows' in (body as object)));
  expect(again).toEqual([
    { postingIds: ['a.1', 'a.2'] },
    { postingIds: ['a.1', 'a.2'] },
    { postingIds: ['a.1'] },
  ]);
  expect(await countedDifferences()).toEqual({ missing: 1, behind: 0, 'too-much': 0, job: 0 });
});

test('while tagging lags, what differs is unsettled and no claim', async () => {
  gateway = await startGateway(partsWith([[missing]], 3).listeners);
  const page = reconciliationPage.parse(await (await ask()).json());
  expect(page).toMatchObject({ differences: [missing], settled: false });
  expect(await countedDifferences()).toEqual({ missing: 0, behind: 0, 'too-much': 0, job: 0 });
});

test('an unavailable upstream is named, and so is one that does not know the operation yet', async () => {
  const { listeners } = partsWith([[]]);
  gateway = await startGateway({ ...listeners, analytics: respond({ title: 'no such path' }, 404) });
  expect(problem.parse(await (await ask()).json())).toMatchObject({
    ...{ status: 503, code: 'unavailable', detail: 'analytics is not available' },
  });
});

test('some postings are compared by their ids only', async () => {
  const { asked, bodies, listeners } = partsWith([[]]);
  gateway = await startGateway(listeners);
  expect((await ask('?id=a.1&id=a.2')).status).toBe(200);
  expect(asked).toEqual(['POST /v1/versions', 'POST /v1/versions/compare']);
  expect(bodies).toEqual([
    { postingIds: ['a.1', 'a.2'] },
    { rows: [row('a.1'), row('a.2')], postingIds: ['a.1', 'a.2'] },
  ]);
});

const tooMany = `?${'id=a&'.repeat(101)}`;

test.each([
  tooMany,
  '?id=',
  '?id=a&limit=1',
  '?id=a&after=a',
  '?limit=5001',
  '?limit=0',
  '?after=',
  '?colour=red',
])('%s is refused', async (query) => {
  gateway = await startGateway({});
  expect((await ask(query)).status).toBe(400);
});

test('two pages are compared at a time and eight wait, and the next request is told to retry', async () => {
  const { asked, listeners } = partsWith([[]]);
  const opening = Promise.withResolvers<void>();
  let atOnce = 0;
  let most = 0;
  const ingestion: RequestListener = async (req, res) => {
    most = Math.max(most, (atOnce += 1));
    await opening.promise;
    atOnce -= 1;
    listeners.ingestion(req, res);
  };
  gateway = await startGateway({ ...listeners, ingestion });
  const asking = Array.from({ length: 40 }, () => ask());
  let refused = 0;
  for (const one of asking)
    void one.then((response) => {
      if (response.status === 503 && response.headers.get('retry-after') === '2') refused += 1;
    });
  await until('those beyond are refused', () => refused === 30);
  expect(asked).toEqual([]);
  opening.resolve();
  const statuses = (await Promise.all(asking)).map(({ status }) => status);
  expect(statuses.filter((status) => status === 200)).toHaveLength(10);
  expect(most).toBe(2);
});
