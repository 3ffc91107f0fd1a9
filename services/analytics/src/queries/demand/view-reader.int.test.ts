import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { connectRedis, silentLog } from '@skillstream/runtime';
import { countingOf } from '../../../test/contributions.ts';
import { createFixture, type Fixture } from '../../../test/fixture.ts';
import { storesOf } from '../../stores/stores-of.ts';
import { incrementsOf } from '../../projections/views/view-increments.ts';
import { bothOf } from '../both-counts.ts';
import { createViewSnapshots, type ViewSnapshotsDeps } from '../view-snapshots.ts';
import { createViewReader } from './view-reader.ts';

let fixture: Fixture;
beforeAll(async () => {
  fixture = await createFixture();
});
afterAll(() => fixture.close());

const readerOf = (deps: ViewSnapshotsDeps) => {
  const snapshots = createViewSnapshots(deps);
  return { ...createViewReader(snapshots), version: snapshots.version };
};

/** Views of two partitions with a reader over them whose clock a test moves. */
const setUp = async () => {
  const clock = { ms: 0 };
  const stores = fixture.fresh(() => clock.ms);
  const reader = readerOf({ store: () => stores, partitions: async () => 2, now: () => clock.ms });
  const count = async (partition: number, month: string, skills: string[]) => {
    const expected = await stores.views.position(partition);
    const event = {
      postingId: `p${expected + 1}`,
      contribution: countingOf(skills, { month, skillCategories: [], categories: [] }),
    };
    await stores.views.write(partition, expected, {
      position: expected + 1,
      ...incrementsOf([event], new Map()),
    });
  };
  const live = async (partition: number) => {
    const position = await stores.views.position(partition);
    await stores.views.touch(partition, position, position + 1, true);
  };
  return { stores, clock, reader, count, live };
};

/** Counts of postings of which none is a duplicate. */
const countsOf = (population: number, skills: Record<string, number>) => ({
  population: bothOf(population, 0),
  skills: new Map(Object.entries(skills).map(([skill, n]) => [skill, bothOf(n, 0)])),
  categories: new Map(),
});

const population = async (found: ReturnType<ReturnType<typeof createViewReader>['read']>) =>
  [...((await found)?.months ?? [])].reduce((sum, [, counts]) => sum + counts.population.postings, 0);

test('without a store, or with views that have not caught up on every partition, the result is null', async () => {
  const none = readerOf({ store: () => null, partitions: async () => 1, now: () => 0 });
  expect(await none.read('all')).toBeNull();
  expect(await none.version()).toBeNull();
  const { clock, reader, count, live } = await setUp();
  await count(0, '2025-01', ['go']);
  await live(0);
  expect(await reader.read('all')).toBeNull();
  await live(1);
  clock.ms += 1000;
  expect(await population(reader.read('all'))).toBe(1);
  expect(await reader.version()).not.toBeNull();
});

test('partitions are merged by month, and from and to are inclusive', async () => {
  const { reader, count, live } = await setUp();
  await count(0, '2025-01', ['go']);
  await count(1, '2025-01', ['go', 'sql']);
  await count(1, '2025-03', ['sql']);
  await Promise.all([live(0), live(1)]);
  const found = await reader.read('role=data');
  expect(found!.answeredFrom).toMatchObject({ model: 'views', caughtUp: true });
  expect(Object.fromEntries(found!.months)).toEqual({
    '2025-01': countsOf(2, { go: 2, sql: 1 }),
    '2025-03': countsOf(1, { sql: 1 }),
  });
  const months = async (from?: string, to?: string) => [
    ...(await reader.read('all', { from, to }))!.months.keys(),
  ];
  expect(await months('2025-01', '2025-01')).toEqual(['2025-01']);
  expect(await months('2025-02')).toEqual(['2025-03']);
  expect(await months(undefined, '2024-12')).toEqual([]);
  expect((await reader.read('role=backend'))!.months).toEqual(new Map());
});

test('a result is at most a second old, and its version is named by the positions', async () => {
  const { clock, reader, count, live } = await setUp();
  await count(0, '2025-01', ['go']);
  await Promise.all([live(0), live(1)]);
  const version = async () => (await reader.read('all'))!.answeredFrom.viewVersion;
  const first = await version();
  expect(first).toMatch(/^v6\.\d+-[0-9a-f]{12}$/);
  clock.ms += 1000;
  expect(await version()).toBe(first);
  await count(0, '2025-01', ['go']);
  clock.ms += 999;
  expect(await population(reader.read('all'))).toBe(1);
  clock.ms += 1;
  expect(await population(reader.read('all'))).toBe(2);
  expect(await version()).not.toBe(first);
});

test('views that are flushed within the second give null rather than partial counts, and full counts when rebuilt', async () => {
  const { stores, clock, reader, count, live } = await setUp();
  const build = async () => {
    await count(0, '2025-01', ['go']);
    await Promise.all([live(0), live(1)]);
  };
  await build();
  expect(await reader.version()).not.toBeNull();
  await stores.flush();
  expect(await reader.read('all')).toBeNull();
  await build();
  clock.ms += 1000;
  expect(await population(reader.read('all'))).toBe(1);
});

test('views that are flushed between reading the checkpoints and the names of a snapshot never give a result with missing names', async () => {
  const { stores, clock, count, live } = await setUp();
  const build = async () => {
    await count(0, '2025-01', ['go']);
    await count(1, '2025-01', ['go']);
    await Promise.all([live(0), live(1)]);
  };
  await build();
  let flush: () => Promise<unknown> = async () => undefined;
  const views = {
    ...stores.views,
    names: async (partition: number) => {
      await flush();
      return stores.views.names(partition);
    },
  };
  const reader = readerOf({
    store: () => ({ ...stores, views }),
    partitions: async () => 2,
    now: () => clock.ms,
  });
  flush = stores.flush;
  expect(await reader.read('all')).toBeNull();
  flush = async () => undefined;
  // Rebuilt up to exactly the same positions.
  await build();
  clock.ms += 1000;
  expect(await population(reader.read('all'))).toBe(2);
});

test('while Redis is unavailable there are no views', async () => {
  const redis = connectRedis('redis://127.0.0.1:2', silentLog());
  const stores = storesOf({ redis, mongo: fixture.mongo, namespace: '', now: () => 0 })({
    ...{ generation: 1, log: 'log/1' },
  });
  const store = () => stores;
  const reader = readerOf({ store, partitions: async () => 1, now: () => 0 });
  expect([await reader.read('all'), await reader.version()]).toEqual([null, null]);
  redis.disconnect();
});
