import { afterEach, expect, test } from '@jest/globals';
import { until } from '@skillstream/async/testing';
import { createRunner } from '@skillstream/messaging';
import { silentLog } from '@skillstream/runtime';
import { type Contribution, contributionOf } from '../src/contribution/contribution.ts';
import { createRedisViewStore } from '../src/stores/redis/redis-view-store.ts';
import { VIEW_SCHEMA_VERSION, viewKeys, viewVersionName } from '../src/stores/redis/view-keys.ts';
import { createWholeVersion } from '../src/stores/redis/whole-version.ts';
import { compareViews } from '../src/reconciliation/verify/compare-views.ts';
import { recount } from '../src/reconciliation/verify/recount.ts';
import { createViewsProjection } from '../src/projections/views/projection.ts';
import { createAppFixture, taggedEvent, type AppFixture, type BeforeStart } from './app-fixture.ts';
import { tagOf, taggedPostingOf } from './tagged-posting.ts';

const PARTITIONS = [0, 1];
const posting = (n: number, version = 1) =>
  taggedPostingOf({
    postingId: `test.${n}`,
    version,
    tags: [tagOf('go'), tagOf(version > 1 ? 'rust' : 'sql')],
  });
const upTo = (n: number) => Array.from({ length: n }, (_, i) => i);

/** A replica of the previous release: it updates the previous version, in that version's group. */
const releaseBefore = ({ kafka, admin, redis, topic, namespace }: BeforeStart) => {
  const keys = viewKeys(namespace, viewVersionName(1, VIEW_SCHEMA_VERSION - 1));
  const store = createRedisViewStore({ redis, keys, log: 'log', now: Date.now });
  const runner = createRunner({
    ...{ kafka, admin, topic, log: silentLog(), groupId: `${topic}.before`, commitForLag: false },
    ...{ sessionTimeoutMs: 6000, tickMs: 50 },
    acquire: (partition) => createViewsProjection({ store }).acquire(partition),
  });
  runner.start();
  return {
    drop: (partition: number) => createWholeVersion(redis).drop(keys, partition),
    stop: runner.stop,
    /** Waits until its views, over all partitions, equal a recount of the latest contributions. */
    counts: async (latest: Contribution[]) => {
      const expected = recount(latest);
      return until('the previous version equals a recount', async () => {
        const sum = new Map<string, Map<string, string>>();
        for (const partition of PARTITIONS)
          for (const [view, fields] of (await store.snapshot(partition)).views)
            for (const [field, n] of fields) {
              const held = sum.get(view) ?? new Map<string, string>();
              sum.set(view, held.set(field, String(Number(held.get(field) ?? 0) + Number(n))));
            }
        return compareViews(0, expected, sum).differences.length === 0;
      });
    },
    keys: () => redis.keys(`${namespace}{*}:${viewVersionName(1, VIEW_SCHEMA_VERSION - 1)}:*`),
  };
};
type Before = ReturnType<typeof releaseBefore>;

const latest = (versions: number[]): Contribution[] =>
  versions.map((version, n) =>
    contributionOf({ type: 'posting.tagged', data: posting(n, version) } as Parameters<
      typeof contributionOf
    >[0]),
  );

let fixture: AppFixture;
let before: Before;
afterEach(async () => {
  await before.stop();
  await fixture.close();
});

test('a new version is built beside the previous one, both are updated while both run, the previous one is deleted after the grace period, and a rollback rebuilds it', async () => {
  let things!: BeforeStart;
  fixture = await createAppFixture(
    async (given) => {
      things = given;
      before = releaseBefore(given);
      await given.publish(
        given.topic,
        upTo(40).map((n) => taggedEvent(posting(n))),
      );
      await before.counts(latest(Array<number>(40).fill(1)));
    },
    { supersededGraceMs: 2000 },
  );
  const publishChanges = (n: number) =>
    fixture.publish(
      fixture.topic,
      upTo(n).map((one) => taggedEvent(posting(one, 2))),
    );
  const isRight = async () => {
    await fixture.caughtUp();
    expect(await fixture.verify()).toMatchObject({ state: 'done', postings: 40, differenceCount: 0 });
  };
  await isRight();
  // Queries read the new version, and the previous one is still updated: its replicas still serve.
  await publishChanges(20);
  await before.counts(latest(upTo(40).map((n) => (n < 20 ? 2 : 1))));
  await isRight();

  await before.stop();
  await until('the previous version is deleted', async () => (await before.keys()).length === 0);

  // Rollback to the previous release: it finds nothing, starts from the beginning, and both are correct.
  await publishChanges(30);
  before = releaseBefore(things);
  await before.counts(latest(upTo(40).map((n) => (n < 30 ? 2 : 1))));
  await isRight();
  expect((await before.keys()).length).toBeGreaterThan(0);
});

test('an owner whose views are deleted while it runs notices, and counts again what it had counted', async () => {
  fixture = await createAppFixture(async (given) => {
    await given.publish(
      given.topic,
      upTo(30).map((n) => taggedEvent(posting(n))),
    );
    before = releaseBefore(given);
    await before.counts(latest(Array<number>(30).fill(1)));
  });
  for (const partition of PARTITIONS) await before.drop(partition);
  await fixture.publish(
    fixture.topic,
    upTo(10).map((n) => taggedEvent(posting(n, 2))),
  );
  await before.counts(latest(upTo(30).map((n) => (n < 10 ? 2 : 1))));
  await fixture.caughtUp();
  expect(await fixture.verify()).toMatchObject({ state: 'done', postings: 30, differenceCount: 0 });
});
