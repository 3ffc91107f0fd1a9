import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Owner } from '@skillstream/messaging';
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
  const said: string[] = [];
  /** Of each batch that was counted whether it belonged to a rebuild. */
  const counted: boolean[] = [];
  const acquire = createAcquireViews({
    ...{ context, faultInjection: () => undefined, onRefused: () => undefined },
    onCounted: (_changes, _increments, isRebuild) => void counted.push(isRebuild),
    narrate: ({ type }) => said.push(type),
    now: () => clock.ms,
  });
  const isLive = async () => (await stores.views.checkpoint(0))?.live;
  return { clock, stores, acquire, said, counted, isLive };
};

/** Reads from where an owner is to the end of the log, which is at 15. */
const catchUp = async (owner: Owner, from = owner.next) => {
  await owner.check!(from, 15);
  await owner.take([], 14);
  await owner.check!(15, 15);
};

test('stale views answer no queries until the new owner has caught up', async () => {
  const { clock, acquire, counted, isLive } = await setUp();
  clock.ms += 31_000;
  const owner = await acquire(0);
  expect(owner.next).toBe(10);
  expect(await isLive()).toBe(false);
  await owner.check!(10, 15);
  expect(await isLive()).toBe(false);
  await owner.take([], 14);
  await owner.check!(15, 15);
  expect(await isLive()).toBe(true);
  // Nobody had counted that before: whether it was late is told.
  expect(counted).toEqual([false]);
});

test('views that move from one replica to another answer queries throughout', async () => {
  const { clock, acquire, isLive } = await setUp();
  clock.ms += 30_000;
  await acquire(0);
  expect(await isLive()).toBe(true);
});

test('views that Redis loses while they are read say that they are rebuilt, and count nothing as late', async () => {
  const { stores, acquire, said, counted, isLive } = await setUp();
  const owner = await acquire(0);
  await owner.take([], 10);
  expect([said, counted]).toEqual([[], [false]]);
  await stores.flush();
  expect(await owner.check!(11, 15)).toBe(0);
  await owner.check!(0, 15);
  await owner.take([], 12);
  expect(await isLive()).toBe(false);
  await owner.take([], 14);
  await owner.check!(15, 15);
  await owner.take([], 15);
  expect(said).toEqual(['views.rebuilding', 'views.caught-up']);
  expect(counted).toEqual([false, true, true, false]);
  expect(await isLive()).toBe(true);
});

test('views that come back as they were an hour ago answer no queries until they have caught up', async () => {
  const { clock, stores, acquire, said, counted, isLive } = await setUp();
  const owner = await acquire(0);
  const putBack = await stores.copyRedis();
  await owner.take([], 12);
  clock.ms += 3_600_000;
  await putBack();
  // The one that finds it is the write.
  expect(await owner.take([], 14)).toBe(10);
  expect(await isLive()).toBe(false);
  await catchUp(owner, 10);
  expect(said).toEqual(['views.rebuilding', 'views.caught-up']);
  expect(counted).toEqual([false, true]);
  expect(await isLive()).toBe(true);
});

test('views that come back as they were a moment ago answer queries throughout, and rebuild nothing', async () => {
  const { stores, acquire, said, counted, isLive } = await setUp();
  const owner = await acquire(0);
  const putBack = await stores.copyRedis();
  await owner.take([], 12);
  await putBack();
  expect(await owner.take([], 14)).toBe(10);
  await owner.take([], 14);
  expect([said, counted, await isLive()]).toEqual([[], [false, false], true]);
});

test('a rebuild that is interrupted stays one: said once, and nothing of it is counted as late', async () => {
  const { stores, acquire, said, counted, isLive } = await setUp();
  const first = await acquire(0);
  await stores.flush();
  expect(await first.check!(10, 15)).toBe(0);
  await first.check!(0, 15);
  await first.take([], 4);
  // A member joins the group, or a batch fails: the runner acquires what it has had.
  const second = await acquire(0);
  expect(second.next).toBe(5);
  await catchUp(second);
  expect(said).toEqual(['views.rebuilding', 'views.caught-up']);
  expect(counted).toEqual([true, true]);
  expect(await isLive()).toBe(true);
});

test('views that are old when Redis is back from a fail-over, which breaks every connection, are rebuilt as well', async () => {
  const { clock, stores, acquire, said, counted } = await setUp();
  const before = await acquire(0);
  const putBack = await stores.copyRedis();
  await before.take([], 12);
  clock.ms += 3_600_000;
  await putBack();
  const after = await acquire(0);
  expect(after.next).toBe(10);
  await catchUp(after);
  await after.take([], 15);
  expect(said).toEqual(['views.rebuilding', 'views.caught-up']);
  expect(counted).toEqual([false, true, false]);
});

test('a rebuild that another replica has ended meanwhile is said to be over by whoever said that it began', async () => {
  const { stores, acquire, said } = await setUp();
  const owner = await acquire(0);
  await stores.flush();
  await owner.check!(10, 15);
  await owner.check!(0, 15);
  await stores.views.write(0, -1, { position: 14, increments: new Map(), contributions: new Map() });
  await stores.views.touch(0, 14, 15, true);
  expect((await acquire(0)).next).toBe(15);
  expect(said).toEqual(['views.rebuilding', 'views.caught-up']);
});
