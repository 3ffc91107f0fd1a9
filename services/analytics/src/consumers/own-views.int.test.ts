import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createWorld, type World } from '../../test/world.ts';
import { createRedisViewStore } from '../store/redis-view-store.ts';
import { VIEW_FORM, viewKeys } from '../store/view-keys.ts';
import { createOwnViews } from './own-views.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

test('who acquires a partition says first that nobody counts it in the form before, and deletes that only once it has caught up', async () => {
  const stores = world.fresh();
  // As a replica of the release before leaves it: caught up at offset 9.
  const versionBefore = stores.version.replace(`v${VIEW_FORM}.`, `v${VIEW_FORM - 1}.`);
  const keys = viewKeys(stores.namespace, versionBefore);
  const before = createRedisViewStore({ redis: world.redis, keys, log: 'log/1', now: Date.now });
  const change = { position: 9, increments: new Map([['demand:2025-01:all', new Map([['n', 1]])]]) };
  await before.write(0, -1, { ...change, contributions: new Map() });
  await before.touch(0, 9, 10, true);
  expect(await before.marks(0)).toMatchObject({ live: true, position: 9 });

  const held = { generation: { generation: 1, log: 'log/1' }, stores };
  const context = { refresh: async () => held, checkMarks: async () => {}, current: () => held };
  const own = createOwnViews({ context, faultPoint: () => undefined, onCounted: () => undefined });
  const owner = await own(0);
  expect(await before.marks(0)).toMatchObject({ live: false, position: 9 });

  await owner.check!(0, 10);
  expect((await before.names(0)).names).not.toEqual([]);
  await owner.take([], 9);
  await owner.check!(10, 10);
  expect(await before.marks(0)).toBeNull();
  expect((await before.names(0)).names).toEqual([]);
});
