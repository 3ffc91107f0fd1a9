import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { databaseOf } from '@skillstream/mongo';
import { silentLog } from '@skillstream/runtime';
import { createFixture, type Fixture } from '../../test/fixture.ts';
import { createProjectionContext } from '../consumers/projection-context.ts';
import { createFactGenerations } from '../stores/mongo/fact-generations.ts';
import { createLogGeneration } from '../stores/mongo/log-generation.ts';
import { createRedisViewStore } from '../stores/redis/redis-view-store.ts';
import { createReplicaRegister } from '../stores/mongo/replica-register.ts';
import { VIEW_SCHEMA_VERSION, viewKeys, viewVersionName } from '../stores/redis/view-keys.ts';
import { createViewVersions } from '../stores/redis/view-versions.ts';
import { storesOf } from '../stores/stores-of.ts';
import { createVersionKeeper } from './version-keeper.ts';

const GRACE = 3_600_000;
const PARTITIONS = [0, 1, 2];
let fixture: Fixture;
let count = 0;
let nowMs = 1_750_000_000_000;
const now = () => nowMs;
beforeAll(async () => {
  fixture = await createFixture();
});
afterAll(() => fixture.close());

/** A topic with its read models, and replicas of analytics that maintain their versions. */
const setUp = () => {
  const namespace = `${fixture.name}-v${(count += 1)}-`;
  const { redis, mongo } = fixture;
  const generations = createLogGeneration(mongo, namespace, () => new Date(nowMs));
  const admin = {
    ends: async () => PARTITIONS.map((partition) => ({ partition, high: 9 })),
    clusterId: async () => 'c',
  };
  const context = () =>
    createProjectionContext({
      topic: namespace,
      admin: admin as unknown as Parameters<typeof createProjectionContext>[0]['admin'],
      generations,
      storesOf: storesOf({ redis, mongo, namespace, now }),
      log: silentLog(),
      ...{ narrate: () => undefined, now },
    });
  const viewsOf = (generation: number, schemaVersion = VIEW_SCHEMA_VERSION) =>
    createRedisViewStore({
      redis,
      keys: viewKeys(namespace, viewVersionName(generation, schemaVersion)),
      log: 'c/3',
      now,
    });
  return {
    generations,
    /** Counts something in all partitions of a version, and marks them as caught up. */
    count: async (generation: number, schemaVersion = VIEW_SCHEMA_VERSION) => {
      const increments = new Map([['demand:2025-01:own:all', new Map([['n', 1]])]]);
      for (const partition of PARTITIONS) {
        const views = viewsOf(generation, schemaVersion);
        await views.write(partition, -1, { position: 0, increments, contributions: new Map() });
        await views.touch(partition, 0, 1, true);
      }
    },
    keepFacts: async (generation: number) => {
      const { facts } = storesOf({ redis, mongo, namespace, now })({ generation, log: 'c/3' });
      for (const partition of PARTITIONS) await facts.position(partition);
    },
    replica: (id: string) => {
      const own = context();
      const keeper = createVersionKeeper({
        ...{ schemaVersion: VIEW_SCHEMA_VERSION, graceMs: GRACE, now, log: silentLog(), follow: own.follow },
        register: createReplicaRegister(mongo, id),
        views: createViewVersions(redis, namespace),
        facts: createFactGenerations(mongo),
      });
      return { ...keeper, context: own };
    },
    versions: async () => {
      const keys = await redis.keys(`${namespace}{*`);
      return [...new Set(keys.map((key) => key.split(':')[1]))].sort();
    },
    facts: async () => {
      const names = await databaseOf(mongo).listCollections().toArray();
      return names
        .map(({ name }) => name)
        .filter((name) => name.startsWith('fact'))
        .sort();
    },
  };
};
beforeEach(async () => {
  for (const { name } of await databaseOf(fixture.mongo).listCollections().toArray())
    await databaseOf(fixture.mongo).dropCollection(name);
});
const name = viewVersionName;

test('views and facts that a new generation superseded are deleted after the grace period, the current ones stay', async () => {
  const topic = setUp();
  const replica = topic.replica('a');
  const { generation: first } = await replica.context.refresh();
  for (const schemaVersion of [VIEW_SCHEMA_VERSION - 1, VIEW_SCHEMA_VERSION])
    await topic.count(1, schemaVersion);
  await topic.keepFacts(1);
  await replica.beat();

  nowMs += 1000;
  await topic.generations.startOver(first, 'for the test');
  await topic.count(2);
  await topic.keepFacts(2);
  nowMs += GRACE;
  await replica.beat();
  expect(await topic.versions()).toEqual([name(1, VIEW_SCHEMA_VERSION - 1), name(1), name(2)].sort());

  nowMs += 1;
  await replica.beat();
  expect(await topic.versions()).toEqual([name(1, VIEW_SCHEMA_VERSION - 1), name(1), name(2)].sort());
  nowMs += GRACE / 12;
  await replica.beat();
  expect(await topic.versions()).toEqual([name(2)]);
  expect(await topic.facts()).toEqual(expect.arrayContaining(['fact_positions_2']));
  expect(await topic.facts()).not.toEqual(expect.arrayContaining(['fact_positions_1']));

  // However long it is not updated: the current version stays.
  nowMs += 10 * GRACE;
  await replica.beat();
  expect(await topic.versions()).toEqual([name(2)]);
  expect(await topic.facts()).toEqual(expect.arrayContaining(['fact_positions_2']));
});

test('nothing that a replica serves is deleted until it switches or is gone', async () => {
  const topic = setUp();
  const [one, other] = [topic.replica('one'), topic.replica('other')];
  const { generation: first } = await one.context.refresh();
  await other.context.stores();
  await topic.count(1);
  await topic.keepFacts(1);
  await topic.generations.startOver(first, 'for the test');
  await topic.count(2);
  nowMs += 2 * GRACE;
  // The other replica has just read the generation, and will notice at its next round.
  await createReplicaRegister(fixture.mongo, 'other').say(
    { schemaVersion: VIEW_SCHEMA_VERSION, generation: 1 },
    nowMs,
  );
  await one.beat();
  expect(await topic.versions()).toEqual([name(1), name(2)]);
  expect(await topic.facts()).toContain('fact_positions_1');

  await other.beat();
  expect(other.context.current()?.generation.generation).toBe(2);
  nowMs += GRACE / 12 + 1;
  await one.beat();
  expect(await topic.versions()).toEqual([name(2)]);
  expect(await topic.facts()).not.toContain('fact_positions_1');
});

test('views of a later version stay for a release that may come back, and those of the previous version until the current has caught up', async () => {
  const topic = setUp();
  const replica = topic.replica('a');
  await replica.context.refresh();
  for (const schemaVersion of [VIEW_SCHEMA_VERSION - 1, VIEW_SCHEMA_VERSION + 1])
    await topic.count(1, schemaVersion);
  nowMs += 2 * GRACE;
  await replica.beat();
  expect(await topic.versions()).toEqual([
    name(1, VIEW_SCHEMA_VERSION - 1),
    name(1, VIEW_SCHEMA_VERSION + 1),
  ]);
  await topic.count(1);
  nowMs += GRACE;
  await replica.beat();
  expect(await topic.versions()).toEqual([name(1), name(1, VIEW_SCHEMA_VERSION + 1)]);
});
