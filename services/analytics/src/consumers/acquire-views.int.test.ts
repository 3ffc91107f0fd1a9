import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createFixture, type Fixture } from '../../test/fixture.ts';
import { createAcquireViews } from './acquire-views.ts';

let fixture: Fixture;
beforeAll(async () => {
  fixture = await createFixture();
});
afterAll(() => fixture.close());

/** A partition that was caught up at offset 9 when it was last updated, and the replica that acquires it later. */
const setUp = async () => {
  const clock = { ms: 1_750_000_000_000 };
  const stores = fixture.fresh(() => clock.ms);
  const increments = new Map([['demand:2025-01:own:all', new Map([['n', 1]])]]);
  await stores.views.write(0, -1, { position: 9, increments, contributions: new Map() });
  await stores.views.touch(0, 9, 10, true);
  const current = { generation: { generation: 1, log: 'log/1' }, stores };
  const context = { refresh: async () => current, checkCheckpoint: async () => {}, current: () => current };
  const acquire = createAcquireViews({
    ...{ context, faultInjection: () => undefined, onCounted: () => undefined },
    ...{ onRefused: () => undefined, narrate: () => undefined },
    now: () => clock.ms,
  });
  const isLive = async () => (await stores.views.checkpoint(0))?.live;
  return { clock, acquire, isLive };
};

test('stale views answer no queries until the new owner has caught up', async () => {
  const { clock, acquire, isLive } = await setUp();
  clock.ms += 31_000;
  const owner = await acquire(0);
  expect(owner.next).toBe(10);
  expect(await isLive()).toBe(false);
  await owner.check!(10, 15);
  expect(await isLive()).toBe(false);
  await owner.take([], 14);
  await owner.check!(15, 15);
  expect(await isLive()).toBe(true);
});

test('views that move from one replica to another answer queries throughout', async () => {
  const { clock, acquire, isLive } = await setUp();
  clock.ms += 30_000;
  await acquire(0);
  expect(await isLive()).toBe(true);
});
