import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { until } from '@skillstream/async/testing';
import mongoose from 'mongoose';
import { sharedEngines } from '../../testing.ts';
import { startMongoSet, type MongoSet } from './index.ts';

// Tests the simulated set with the real driver.
const { MongoClient } = mongoose.mongo;
type Note = { _id: string; count: number };
let set: MongoSet;
let client: mongoose.mongo.MongoClient;
const options = { heartbeatFrequencyMS: 500, serverSelectionTimeoutMS: 20_000, connectTimeoutMS: 1000 };
const connect = (url: string, more: mongoose.mongo.MongoClientOptions = {}) =>
  new MongoClient(url, { ...options, ...more }).connect();
const collection = (of = client) =>
  of.db('set-test').collection<Note>('notes', { writeConcern: { w: 'majority', wtimeoutMS: 300 } });
const count = async () => (await collection().findOne({ _id: 'one' }))?.count;
const add = (of = client) => collection(of).updateOne({ _id: 'one' }, { $inc: { count: 1 } });

const standIn = async () => (await sharedEngines()).mongoUrl;
beforeAll(async () => {
  set = await startMongoSet({ upstream: new URL(await standIn()).host });
  client = await connect(set.url);
});
afterAll(async () => {
  await client?.close();
  await set?.close();
});
beforeEach(async () => {
  await collection().replaceOne({ _id: 'one' }, { count: 0 }, { upsert: true });
});
afterEach(() => set.heal());

const seenPrimaries = (of: mongoose.mongo.MongoClient) => {
  const seen: string[] = [];
  of.on('serverDescriptionChanged', ({ newDescription: { type, address } }) => {
    if (type === 'RSPrimary' && seen.at(-1) !== address) seen.push(address);
  });
  return seen;
};

test('a driver sees a set with one primary, and follows the primary to another member', async () => {
  const watcher = new MongoClient(set.url, options);
  const seen = seenPrimaries(watcher);
  await watcher.connect();
  expect(seen).toHaveLength(1);
  await set.stepDown();
  await until('another member is primary', () => seen.length === 2);
  expect(set.url).toContain(seen[1]);
  await watcher.close();
});

test.each([91, 189, 10107, 11602])(
  'a write refused with %i before it was applied is retried and applied once',
  async (error) => {
    const hits = set.remembered();
    const sprung = set.stepDown({ when: 'before', error });
    expect(await add()).toMatchObject({ modifiedCount: 1 });
    await sprung;
    expect([await count(), set.remembered() - hits]).toEqual([1, 0]);
  },
);

test.each([91, 189, 11602])(
  'a write applied by a primary that replies %i is retried, gets its reply and is applied once',
  async (error) => {
    const hits = set.remembered();
    const sprung = set.stepDown({ when: 'after', error });
    expect(await add()).toMatchObject({ modifiedCount: 1 });
    await sprung;
    expect([await count(), set.remembered() - hits]).toEqual([1, 1]);
  },
);

test('a write whose reply was cut off is applied once', async () => {
  const hits = set.remembered();
  const sprung = set.stepDown({ when: 'after' });
  expect(await add()).toMatchObject({ modifiedCount: 1 });
  await sprung;
  expect([await count(), set.remembered() - hits]).toEqual([1, 1]);
});

test('without retryable writes each code reaches the caller, without a label', async () => {
  const plain = await connect(set.url, { retryWrites: false });
  for (const code of [91, 189, 10107, 11602]) {
    const sprung = set.stepDown({ when: 'before', error: code });
    const error = await add(plain).catch((thrown: unknown) => thrown as mongoose.mongo.MongoServerError);
    await sprung;
    expect(error).toMatchObject({ code });
    expect((error as mongoose.mongo.MongoServerError).hasErrorLabel('RetryableWriteError')).toBe(false);
  }
  expect(await count()).toBe(0);
  await plain.close();
});

test('only the selected write meets the step-down', async () => {
  const other = client.db('set-test').collection<Note>('others');
  const hits: string[] = [];
  const sprung = set
    .stepDown({
      when: 'before',
      error: 189,
      on: ({ command, collection: name, parts }) =>
        command === 'update' && name === 'notes' && 'u' in (parts()[0] ?? {}),
    })
    .then(() => hits.push('sprung'));
  await other.deleteMany({});
  await other.insertOne({ _id: 'x', count: 1 });
  expect(hits).toEqual([]);
  await add();
  await sprung;
  expect(await count()).toBe(1);
});

test('a fault can match the contents of a write, single and in bulk', async () => {
  const seen: unknown[] = [];
  void set.stepDown({ when: 'before', on: ({ parts }) => seen.push(...parts()) < 0 });
  const updateOne = { filter: { _id: 'one' }, update: { $set: { count: 2 } } };
  await collection().bulkWrite([{ updateOne }, { updateOne }]);
  await collection().updateOne(updateOne.filter, updateOne.update);
  expect(seen).toEqual(Array(3).fill({ q: updateOne.filter, u: updateOne.update }));
});

test('without a majority a write is applied, fails with 64 after its wtimeout, and succeeds once a majority is back', async () => {
  set.loseMajority();
  await expect(add()).rejects.toMatchObject({ code: 64 });
  const unlimited = client
    .db('set-test')
    .collection<Note>('notes', { writeConcern: { w: 'majority' } })
    .updateOne({ _id: 'one' }, { $inc: { count: 1 } });
  set.restoreMajority();
  expect(await unlimited).toMatchObject({ modifiedCount: 1 });
  expect(await count()).toBe(2);
});

test('a majority read waits for a majority', async () => {
  set.loseMajority();
  const read = client
    .db('set-test')
    .collection<Note>('notes', { readConcern: { level: 'majority' } })
    .findOne({ _id: 'one' });
  const first = await Promise.race([read.then(() => 'read'), count().then(() => 'local read')]);
  set.restoreMajority();
  expect([first, (await read)?.count]).toEqual(['local read', 0]);
});

test('bytes on a half-open connection are lost, and once it heals writes succeed again', async () => {
  // On a busy machine it may take more than its patience to connect, or to write: what is written is the same then.
  const impatient = await until('it is connected', () =>
    connect(set.url, { socketTimeoutMS: 300, serverSelectionTimeoutMS: 500 }),
  );
  set.halfOpen();
  await expect(add(impatient)).rejects.toThrow();
  set.heal();
  expect(await count()).toBe(0);
  const write = () => collection(impatient).updateOne({ _id: 'one' }, { $set: { count: 1 } });
  await until('a write passes', write);
  expect(await count()).toBe(1);
  await impatient.close();
});

test('a write whose reply was late when its connection was cut is applied once', async () => {
  const direct = await connect(await standIn());
  const hits = set.remembered();
  set.delayReplies(120_000);
  const write = add();
  await until('it is applied', async () => (await collection(direct).findOne({ _id: 'one' }))?.count === 1);
  set.delayReplies(0);
  set.cut();
  expect(await write).toMatchObject({ modifiedCount: 1 });
  expect([await count(), set.remembered() - hits]).toEqual([1, 1]);
  await direct.close();
});

test('with connections cut every acknowledged write is stored, and none is applied twice', async () => {
  let acknowledged = 0;
  for (let i = 0; i < 20; i += 1) {
    const write = add().then(
      () => (acknowledged += 1),
      () => undefined,
    );
    if (i % 4 === 0) set.cut();
    await write;
  }
  const counted = (await count())!;
  expect([counted >= acknowledged, counted <= 20, acknowledged >= 15]).toEqual([true, true, true]);
});
