import { afterEach, expect, test } from '@jest/globals';
import { createRunner } from '@skillstream/messaging';
import { silentLog } from '@skillstream/runtime';
import { until } from '@skillstream/runtime/testing';
import type { Contribution } from '../src/contribution/contribution.ts';
import { contributionOf } from '../src/contribution/contribution.ts';
import { createRedisViewStore } from '../src/store/redis-view-store.ts';
import { VIEW_FORM, viewKeys, viewVersionName } from '../src/store/view-keys.ts';
import { compareViews } from '../src/verify/compare-views.ts';
import { recount } from '../src/verify/recount.ts';
import { createViewsProjection } from '../src/views/projection.ts';
import { createAppWorld, taggedEvent, type AppWorld, type BeforeStart } from './app-world.ts';
import { tagOf, taggedPostingOf } from './tagged-posting.ts';

const PARTITIONS = [0, 1];
const posting = (n: number, version = 1) =>
  taggedPostingOf({
    postingId: `test.${n}`,
    version,
    tags: [tagOf('go'), tagOf(version > 1 ? 'rust' : 'sql')],
  });
const upTo = (n: number) => Array.from({ length: n }, (_, i) => i);

/** A replica of the release before, over the form before: in a group of its own, so nobody takes its partitions. */
const releaseBefore = ({ kafka, admin, redis, topic, namespace }: BeforeStart) => {
  const keys = viewKeys(namespace, viewVersionName(1, VIEW_FORM - 1));
  const store = createRedisViewStore({ redis, keys, log: 'log', now: Date.now });
  const runner = createRunner({
    ...{ kafka, admin, topic, log: silentLog(), groupId: `${topic}.before`, commitForLag: false },
    ...{ sessionTimeoutMs: 6000, tickMs: 50 },
    own: (partition) => createViewsProjection({ store }).own(partition),
  });
  runner.start();
  return {
    store,
    stop: runner.stop,
    /** Waits until its views, over all partitions, are those of a recount of the latest. */
    counts: async (latest: Contribution[]) => {
      const expected = recount(latest);
      return until('the form before is as a recount', async () => {
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
    keys: () => redis.keys(`{${namespace}*}:${viewVersionName(1, VIEW_FORM - 1)}:*`),
  };
};
type Before = ReturnType<typeof releaseBefore>;

const latest = (versions: number[]): Contribution[] =>
  versions.map((version, n) =>
    contributionOf({ type: 'posting.tagged', data: posting(n, version) } as Parameters<
      typeof contributionOf
    >[0]),
  );

let world: AppWorld;
let before: Before;
afterEach(async () => {
  await before.stop();
  await world.close();
});

test('a new form is built beside the one before, which is deleted then, and built again from the beginning by a rollback', async () => {
  let things!: BeforeStart;
  world = await createAppWorld(async (given) => {
    things = given;
    before = releaseBefore(given);
    await given.publish(
      given.topic,
      upTo(40).map((n) => taggedEvent(posting(n))),
    );
    await before.counts(latest(Array<number>(40).fill(1)));
    await before.stop();
  });
  await world.caughtUp();
  expect(await world.verify()).toMatchObject({ state: 'done', postings: 40, differenceCount: 0 });
  await until('the form before is deleted', async () => (await before.keys()).length === 0);

  // Back to the release before: it finds nothing, begins at the beginning, and both are right.
  await world.publish(
    world.topic,
    upTo(20).map((n) => taggedEvent(posting(n, 2))),
  );
  before = releaseBefore(things);
  const versions = upTo(40).map((n) => (n < 20 ? 2 : 1));
  await before.counts(latest(versions));
  await world.caughtUp();
  expect(await world.verify()).toMatchObject({ state: 'done', postings: 40, differenceCount: 0 });
  expect((await before.keys()).length).toBeGreaterThan(0);
});

test('an owner of the form before whose views are deleted under it notices, and counts again what it had counted', async () => {
  world = await createAppWorld(async (given) => {
    await given.publish(
      given.topic,
      upTo(30).map((n) => taggedEvent(posting(n))),
    );
    before = releaseBefore(given);
    await before.counts(latest(Array<number>(30).fill(1)));
  });
  // The service has the partitions, too, and deletes what this one goes on counting.
  await world.caughtUp();
  await world.publish(
    world.topic,
    upTo(10).map((n) => taggedEvent(posting(n, 2))),
  );
  await before.counts(latest(upTo(30).map((n) => (n < 10 ? 2 : 1))));
  await world.caughtUp();
  expect(await world.verify()).toMatchObject({ state: 'done', postings: 30, differenceCount: 0 });
});
