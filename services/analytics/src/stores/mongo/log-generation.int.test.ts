import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { databaseOf } from '@skillstream/mongo';
import { createFixture, type Fixture } from '../../../test/fixture.ts';
import { createLogGeneration } from './log-generation.ts';

let fixture: Fixture;
let topics = 0;
beforeAll(async () => {
  fixture = await createFixture();
});
afterAll(() => fixture.close());

const fresh = () => {
  const topic = `topic-${(topics += 1)}`;
  const replica = () => createLogGeneration(fixture.mongo, topic, () => new Date(0));
  const stored = () =>
    databaseOf(fixture.mongo).collection<{ _id: string }>('log_generations').findOne({ _id: topic });
  return { replica, stored, ten: Array.from({ length: 10 }, replica) };
};

test('the first of ten replicas begins generation 1, and the others find it', async () => {
  const { ten, replica } = fresh();
  const found = await Promise.all(ten.map(({ forLog }) => forLog('c/2')));
  expect(new Set(found.map((one) => JSON.stringify(one)))).toEqual(
    new Set([JSON.stringify({ log: 'c/2', generation: 1 })]),
  );
  expect(await replica().forLog('c/2')).toEqual({ log: 'c/2', generation: 1 });
});

test('ten that start over at once begin one new generation', async () => {
  const { ten, replica, stored } = fresh();
  const from = await replica().forLog('c/2');
  const found = await Promise.all(ten.map(({ startOver }) => startOver(from, 'a shorter log')));
  expect(found).toEqual(ten.map(() => ({ log: 'c/2', generation: 2 })));
  expect(await stored()).toMatchObject({ generation: 2, reason: 'a shorter log', startedAt: new Date(0) });
});

test('a late request with an older generation gets the current one', async () => {
  const { replica } = fresh();
  const first = await replica().forLog('c/2');
  await replica().startOver(first, 'one');
  expect(await replica().startOver(first, 'two')).toEqual({ log: 'c/2', generation: 2 });
});

test('another log is another generation, and returning to the first is a third', async () => {
  const { ten, replica, stored } = fresh();
  await replica().forLog('c/2');
  const found = await Promise.all(ten.map(({ forLog }) => forLog('c/3')));
  expect(found).toEqual(ten.map(() => ({ log: 'c/3', generation: 2 })));
  expect(await stored()).toMatchObject({ reason: 'the log is c/3, not c/2' });
  expect(await replica().forLog('c/2')).toEqual({ log: 'c/2', generation: 3 });
});
