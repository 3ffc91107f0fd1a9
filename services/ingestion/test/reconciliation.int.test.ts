import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import {
  eventHeaders,
  problem,
  republishResult,
  versionsPage,
  type PostingVersion,
} from '@skillstream/contracts';
import { arrival, idOf, NOW } from './postings.ts';
import { createFixture, eventually, type Harness } from './fixture.ts';

let fixture: Awaited<ReturnType<typeof createFixture>>;
beforeAll(async () => {
  fixture = await createFixture();
});
afterAll(() => fixture.close());

const NAMES = ['a', 'b', 'c', 'd', 'e'];
let harness: Harness;
let replica: Awaited<ReturnType<Harness['replica']>>;
beforeEach(async () => {
  harness = fixture.harness();
  replica = await harness.replica();
  const { store } = replica.app;
  await store.accept(
    NAMES.map((name) => arrival(name)),
    NOW,
  );
  await store.accept([arrival('b', 'changed')], NOW);
  await store.retract(idOf('c'), 'any', null, NOW);
  await eventually(harness.isPublished);
});

const post = (path: string, body: unknown) =>
  fetch(`${replica.base}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
const pageOf = async (query: string) =>
  versionsPage.parse(await (await fetch(`${replica.base}/v1/versions?${query}`)).json());
const republish = async (postingIds: string[]) =>
  republishResult.parse(await (await post('/v1/republish', { postingIds })).json());
const publishedOf = async (name: string) =>
  (await harness.published()).filter(({ key }) => key === idOf(name));

const rowOf = (name: string, version = 1, retracted = false): PostingVersion => ({
  ...{ postingId: idOf(name), version, retracted, pending: false },
  ...(!retracted && { duplicate: false }),
});
const expected = [rowOf('a'), rowOf('b', 2), rowOf('c', 2, true), rowOf('d'), rowOf('e')].sort(
  (one, other) => (one.postingId < other.postingId ? -1 : 1),
);

test('versions are paged through in the order of the ids, each posting once, retracted ones too', async () => {
  const jobs = { checked: 0, differences: [] };
  const first = await pageOf('limit=2');
  expect(first).toEqual({ rows: expected.slice(0, 2), next: expected[1]!.postingId, jobs });
  const second = await pageOf(`limit=2&after=${first.next}`);
  expect(second).toEqual({ rows: expected.slice(2, 4), next: expected[3]!.postingId, jobs });
  const third = await pageOf(`limit=2&after=${second.next}`);
  expect(third).toEqual({ rows: expected.slice(4), next: null, jobs });
  expect(await pageOf('')).toEqual({ rows: expected, next: null, jobs });
  const behind = await pageOf(`limit=1&after=${expected[4]!.postingId}`);
  expect(behind).toEqual({ rows: [], next: null, jobs });
});

test('versions are looked up by their ids, and unknown ids are left out', async () => {
  const found = await post('/v1/versions', { postingIds: [idOf('b'), 'test.nobody'] });
  expect(await found.json()).toEqual({ rows: [rowOf('b', 2)], next: null });
});

test('a posting is republished at its present version, a retracted one as its tombstone, and no other', async () => {
  expect(await republish([idOf('b'), idOf('c'), 'test.nobody', idOf('b')])).toEqual({
    pending: 2,
    unknown: ['test.nobody'],
  });
  await eventually(harness.isPublished);
  const versions = async (name: string) =>
    (await publishedOf(name)).map(({ headers, value }) => [
      headers[eventHeaders.postingVersion],
      value === null,
    ]);
  const last = async (name: string) => (await versions(name)).slice(-2);
  expect(await last('b')).toEqual([
    ['2', false],
    ['2', false],
  ]);
  expect(await last('c')).toEqual([
    ['2', true],
    ['2', true],
  ]);
  expect(await publishedOf('a')).toHaveLength(1);
  expect((await pageOf('')).rows).toEqual(expected);
});

test.each([
  ['no ids', { postingIds: [] }, 400],
  ['more than a thousand ids', { postingIds: Array.from({ length: 1001 }, (_, i) => `test.${i}`) }, 400],
  ['another field', { postingIds: ['test.a'], colour: 'red' }, 400],
  ['a list', ['test.a'], 400],
])('a request to republish is refused: %s', async (_what, body, status) => {
  const refused = await post('/v1/republish', body);
  expect(problem.parse(await refused.json())).toMatchObject({ status });
});

test.each(['limit=5001', 'limit=0', 'after=', 'before=x'])(
  'a page of versions is refused: %s',
  async (query) => {
    expect((await fetch(`${replica.base}/v1/versions?${query}`)).status).toBe(400);
  },
);
