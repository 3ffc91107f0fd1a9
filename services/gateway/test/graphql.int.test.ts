import { afterEach, expect, test } from '@jest/globals';
import { createCounted } from './counted.ts';
import { askGraphql } from './graphql-client.ts';
import { respond, startGateway } from './upstream.ts';

type Listeners = Parameters<typeof startGateway>[0];
let gateway: Awaited<ReturnType<typeof startGateway>>;
afterEach(() => gateway.stop());

const start = async (others: Listeners = {}) => {
  const analytics = createCounted();
  gateway = await startGateway({ analytics: analytics.listener, ...others });
  return {
    ...analytics,
    ask: (query: string, variables?: object) => askGraphql(gateway.url, query, { ...variables }),
  };
};
const rest = async (path: string) => (await fetch(gateway.url + path)).json();

test('a query has the URL that it has over REST, so that both share cached results', async () => {
  const { state, ask } = await start();
  const query =
    '{ demand(top: 2, role: BACKEND, country: "DE") { population filter { role country } skills { skillId count } } }';
  const { status, data } = await ask(query);
  const reported = (await rest('/v1/demand?country=DE&role=backend&top=2')) as {
    skills: { skillId: string; count: number }[];
  };
  expect([status, data]).toEqual([
    200,
    {
      demand: {
        population: 100,
        filter: { role: 'BACKEND', country: 'DE' },
        skills: reported.skills.map(({ skillId, count }) => ({ skillId, count })),
      },
    },
  ]);
  expect(state.asked).toEqual(['/v1/demand?country=DE&role=backend&top=2']);
});

test('a list of 50 skills with their trends sends 51 queries to analytics, eight at a time', async () => {
  const { state, ask } = await start();
  const { data } = await ask(
    '{ demand(top: 50) { skills { skillId trend { skillId months { month count } } } } }',
  );
  const { skills } = (data as { demand: { skills: { skillId: string; trend: { skillId: string } }[] } })
    .demand;
  expect(skills.map(({ trend }) => trend.skillId)).toEqual(skills.map(({ skillId }) => skillId));
  expect(state.asked).toHaveLength(51);
  expect(state.mostAtOnce).toBeGreaterThan(1);
  expect(state.mostAtOnce).toBeLessThanOrEqual(8);
});

test('equal queries of an operation are sent once, also those that are never cached', async () => {
  const { state, ask } = await start();
  const { data } = await ask(`{
    a: trend(skillId: "skill-0", via: FACTS) { months { count } }
    b: trend(skillId: "skill-0", via: FACTS) { months { count } }
    demand(top: 1) { skills { one: trend(via: FACTS) { months { count } } two: trend(via: FACTS) { skillId } } }
  }`);
  expect(data).toMatchObject({ a: { months: [{ count: 5 }] }, b: { months: [{ count: 5 }] } });
  expect(state.asked.toSorted()).toEqual(['/v1/demand?top=1', '/v1/skills/skill-0/trend?via=facts']);
});

test('the trend of a row is of the same origin as the row, unless an argument names a source or an origin', async () => {
  const { state, ask } = await start();
  await ask(`{
    demand(top: 1, origin: SAMPLE) {
      filter { origin }
      skills { same: trend { skillId } all: trend(origin: ALL) { skillId } one: trend(source: "hn") { skillId } }
    }
  }`);
  expect(state.asked.toSorted()).toEqual([
    '/v1/demand?origin=sample&top=1',
    '/v1/skills/skill-0/trend?origin=all',
    '/v1/skills/skill-0/trend?origin=sample',
    '/v1/skills/skill-0/trend?source=hn',
  ]);
});

test('jobs are counted where that is asked for, and in the trend of a row as in the row, with an address of their own', async () => {
  const { state, ask } = await start();
  const { data } = await ask(`{
    jobs: demand(top: 1, count: JOBS) {
      counted postings jobs
      skills { same: trend { skillId } other: trend(count: POSTINGS) { skillId } }
    }
    postings: demand(top: 1) { counted skills { trend { skillId } } }
  }`);
  expect(data).toMatchObject({
    jobs: { counted: 'JOBS', postings: 100, jobs: 80 },
    postings: { counted: 'POSTINGS' },
  });
  expect(state.asked.toSorted()).toEqual([
    '/v1/demand?count=jobs&top=1',
    '/v1/demand?top=1',
    '/v1/skills/skill-0/trend',
    '/v1/skills/skill-0/trend?count=jobs',
    '/v1/skills/skill-0/trend?count=postings',
  ]);
  // Over REST each has its own cached result.
  const units = ['?count=jobs&top=1', '?top=1'].map(async (query) => {
    const { counted } = (await rest(`/v1/demand${query}`)) as { counted: string };
    return counted;
  });
  expect(await Promise.all(units)).toEqual(['jobs', 'postings']);
  expect(state.asked).toHaveLength(5);
});

test('the trend of a row is of the same postings, unless an argument replaces or removes a filter', async () => {
  const { state, ask } = await start();
  await ask(
    `query ($none: Role) {
    demand(top: 1, role: DATA, from: "2025-01") {
      skills { same: trend { skillId } other: trend(role: ML) { skillId } none: trend(role: $none, from: null) { skillId } }
    }
  }`,
    { none: null },
  );
  expect(state.asked.slice(1).toSorted()).toEqual([
    '/v1/skills/skill-0/trend',
    '/v1/skills/skill-0/trend?from=2025-01&role=data',
    '/v1/skills/skill-0/trend?from=2025-01&role=ml',
  ]);
});

test('reports are listed and measured, claim by claim; an unknown one is null', async () => {
  const { ask } = await start();
  const { data, errors } = await ask(`{
    reports { id title }
    report(id: "market", workplace: REMOTE) { filter { workplace } claims { expect { moreThan between { low } } verdict parts { name count } pay { region } } }
    none: report(id: "none") { id }
  }`);
  expect(errors).toBeUndefined();
  expect(data).toEqual({
    reports: [{ id: 'market', title: 'What people say' }],
    report: {
      filter: { workplace: 'REMOTE' },
      claims: [
        {
          expect: { moreThan: 0.5, between: null },
          verdict: 'DOES_NOT_HOLD',
          parts: [{ name: 'go', count: 10 }],
          pay: null,
        },
      ],
    },
    none: null,
  });
});

const posting = {
  title: 'Engineer',
  description: 'Go and Kafka',
  organization: null,
  employmentType: 'full-time',
};
const ingestion: NonNullable<Listeners['ingestion']> = (req, res) => {
  const id = decodeURIComponent(req.url!.split('/')[3]!);
  if (id === 'none') return respond({ type: 'x', title: 'x', status: 404, code: 'not-found' }, 404)(req, res);
  const record = { postingId: id, source: 'hn', version: 2, retracted: id === 'gone', pending: false };
  respond({ ...record, posting: id === 'gone' ? null : posting })(req, res);
};

test('a posting has the skills that tagging finds in its text, requested once', async () => {
  const asked: [string, unknown, unknown][] = [];
  const tag = { skillId: 'go', label: 'Go', category: 'languages', text: 'Go', start: 10, end: 12 };
  const { ask } = await start({
    ingestion,
    tagging: async (req, res) => {
      const body = JSON.parse(String(Buffer.concat(await req.toArray())));
      asked.push([`${req.method} ${req.url}`, body, req.headers['content-type']]);
      respond({ taxonomyVersion: '1', modelVersion: '2', tags: [tag] })(req, res);
    },
  });
  const { data, errors } = await ask(`{
    posting(id: "a/b") { postingId version posting { title employmentType } tags { tags { skillId start } } again: tags { modelVersion } }
    gone: posting(id: "gone") { retracted posting { title } tags { modelVersion } }
    none: posting(id: "none") { version }
  }`);
  expect(errors).toBeUndefined();
  expect(data).toEqual({
    posting: {
      postingId: 'a/b',
      version: 2,
      posting: { title: 'Engineer', employmentType: 'FULL_TIME' },
      tags: { tags: [{ skillId: 'go', start: 10 }] },
      again: { modelVersion: '2' },
    },
    gone: { retracted: true, posting: null, tags: null },
    none: null,
  });
  const text = { title: 'Engineer', description: 'Go and Kafka', organization: null };
  expect(asked).toEqual([['POST /v1/tags', text, 'application/json']]);
});

test('of a posting whose text has expired there is what is left of it, and of another there is not', async () => {
  const left = { postingId: 'old', role: 'backend', location: { country: 'DE', region: null, city: null } };
  const record = { postingId: 'old', source: 'hn', version: 2, retracted: false, pending: false };
  const { ask } = await start({
    ingestion: (req, res) =>
      req.url!.includes('old')
        ? respond({ ...record, posting: null, expiredAt: '2026-11-30T00:00:00.000Z', facts: left })(req, res)
        : ingestion(req, res),
  });
  const { data, errors } = await ask(`{
    old: posting(id: "old") { expiredAt posting { title } facts { role location { country } salary { min } } }
    live: posting(id: "live") { expiredAt facts { role } }
  }`);
  expect(errors).toBeUndefined();
  expect(data).toEqual({
    old: {
      ...{ expiredAt: '2026-11-30T00:00:00.000Z', posting: null },
      // An earlier release may not have had the pay.
      facts: { role: 'BACKEND', location: { country: 'DE' }, salary: null },
    },
    live: { expiredAt: null, facts: null },
  });
});

test('a text that is too long for tagging is refused with its message, and tagging is not called unavailable', async () => {
  const faults = [{ path: 'description', message: 'has more than 20000 characters' }];
  const refusal = { type: 'x', title: 'x', status: 413, code: 'too-large', detail: 'It is long', faults };
  const { ask } = await start({ ingestion, tagging: respond(refusal, 413) });
  const { data, errors } = await ask('{ posting(id: "a") { version tags(explain: true) { modelVersion } } }');
  expect(data).toEqual({ posting: { version: 2, tags: null } });
  expect(errors).toMatchObject([
    { message: 'It is long', path: ['posting', 'tags'], extensions: { code: 'too-large', faults } },
  ]);
});

test('the ledger and the status are the same as over REST', async () => {
  const consumer = {
    group: 'tagging',
    topic: 't',
    partitions: [{ partition: 0, next: 3e9, end: 3e9, lag: 0 }],
    lag: 0,
    caughtUp: true,
  };
  const counted = { lag: 0, sources: { hn: { counted: 1, deadLettered: 0, versions: 1 } } };
  const { ask } = await start({
    ingestion: respond({ sources: { hn: { accepted: 1, pending: 0, versions: 1 } } }),
    tagging: (req, res) =>
      respond(
        req.url === '/v1/consumers' ? [consumer] : { lag: 0, ready: true, checks: { kafka: { ok: true } } },
      )(req, res),
    analytics: respond(counted),
  });
  const { data, errors } = await ask(`{
    ledger { rows { source accepted } total { counted inFlight } idle balanced }
    status { services { name ready checks { name ok detail } } consumers { group partitions { end } } }
  }`);
  expect(errors).toBeUndefined();
  const { ledger, status } = data as { ledger: unknown; status: { services: unknown[]; consumers: unknown } };
  expect(ledger).toEqual({
    rows: [{ source: 'hn', accepted: 1 }],
    total: { counted: 1, inFlight: 0 },
    idle: true,
    balanced: true,
  });
  expect(status.services).toContainEqual({
    name: 'tagging',
    ready: true,
    checks: [{ name: 'kafka', ok: true, detail: null }],
  });
  expect(status.consumers).toEqual([{ group: 'tagging', partitions: [{ end: 3e9 }] }]);
});
