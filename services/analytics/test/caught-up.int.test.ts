import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createViewsProjection } from '../src/projections/views/projection.ts';
import { logOf } from './events.ts';
import { createFixture, type Fixture } from './fixture.ts';

let fixture: Fixture;
beforeAll(async () => {
  fixture = await createFixture();
});
afterAll(() => fixture.close());

const log = logOf(0, [
  { id: 1, skills: ['a'] },
  { id: 2, skills: ['b'] },
]);
const END = log.length;

const ownerOf = async () => {
  const stores = fixture.fresh();
  const isLive = async () => (await stores.views.checkpoint(0))?.live ?? false;
  return { stores, isLive, owner: await createViewsProjection({ store: stores.views }).acquire(0) };
};

test('views are marked as caught up once their owner has read to the end of the log, and not before', async () => {
  const { isLive, owner } = await ownerOf();
  await owner.check!(0, -1);
  await owner.take(log.slice(0, 1), 0);
  await owner.check!(1, END);
  expect(await isLive()).toBe(false);
  await owner.take(log.slice(1), END - 1);
  await owner.check!(END, END);
  expect(await isLive()).toBe(true);
});

test('an owner whose views are at another position does not mark them, since another replica may own them', async () => {
  const { stores, isLive, owner } = await ownerOf();
  await owner.take(log, END - 1);
  await stores.flush();
  expect(await owner.check!(END, END)).toBe(0);
  expect(await isLive()).toBe(false);
});
