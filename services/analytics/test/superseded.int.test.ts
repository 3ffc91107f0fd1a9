import { afterEach, expect, test } from '@jest/globals';
import { until } from '@skillstream/async/testing';
import { VIEW_SCHEMA_VERSION, viewVersionName } from '../src/stores/redis/view-keys.ts';
import { createAppFixture, taggedEvent, type AppFixture } from './app-fixture.ts';
import { taggedPostingOf, tagOf } from './tagged-posting.ts';

let fixture: AppFixture;
afterEach(() => fixture.close());

const events = (n: number) =>
  Array.from({ length: n }, (_, i) =>
    taggedEvent(taggedPostingOf({ postingId: `test.${i}`, version: 1, tags: [tagOf('go')] })),
  );
const versions = async () =>
  new Set((await fixture.redis.keys(`${fixture.namespace}{*}:v*`)).map((key) => key.split(':')[1]));
const collections = async () => (await fixture.mongo.listCollections().toArray()).map(({ name }) => name);

test('the service deletes the read models of an earlier log after the grace period, and queries read the current ones', async () => {
  fixture = await createAppFixture(undefined, { supersededGraceMs: 2000 });
  await fixture.publish(fixture.topic, events(30));
  await fixture.caughtUp();
  await fixture.remakeTopic();
  await fixture.publish(fixture.topic, events(8));
  await until('a new generation began', async () => (await collections()).includes('facts_2'));
  await fixture.caughtUp();
  await until('views and facts of the first are gone', async () => {
    const [names, found] = [await collections(), await versions()];
    return !names.some((name) => name.endsWith('_1')) && !found.has(viewVersionName(1));
  });
  expect([...(await versions())]).toEqual([viewVersionName(2, VIEW_SCHEMA_VERSION)]);
  expect(await collections()).toEqual(expect.arrayContaining(['facts_2', 'fact_positions_2']));
  expect(await fixture.verify()).toMatchObject({ state: 'done', postings: 8, differenceCount: 0 });
});
