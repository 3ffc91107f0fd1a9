import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createViewsProjection } from '../src/views/projection.ts';
import { logOf } from './events.ts';
import { createWorld, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const log = logOf(0, [
  { id: 1, skills: ['a'] },
  { id: 2, skills: ['b'] },
]);
const END = log.length;

const ownerOf = async () => {
  const stores = world.fresh();
  const told: number[] = [];
  const onCaughtUp = async (partition: number) => void told.push(partition);
  return { stores, told, owner: await createViewsProjection({ store: stores.views, onCaughtUp }).own(0) };
};

test('an owner tells once that its partition has caught up, and not before it has', async () => {
  const { told, owner } = await ownerOf();
  await owner.check!(0, -1);
  await owner.take(log.slice(0, 1), 0);
  await owner.check!(1, END);
  expect(told).toEqual([]);
  await owner.take(log.slice(1), END - 1);
  await owner.check!(END, END);
  await owner.check!(END, END);
  expect(told).toEqual([0]);
});

test('one whose views are elsewhere does not tell, since somebody else may count them', async () => {
  const { stores, told, owner } = await ownerOf();
  await owner.take(log, END - 1);
  await stores.flush();
  expect(await owner.check!(END, END)).toBe(0);
  expect(told).toEqual([]);
});
