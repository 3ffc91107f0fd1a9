import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { until } from '@skillstream/async/testing';
import { startMongoSet, type MongoSet, type Write } from '@skillstream/engines/mongo-set';
import { sharedEngines } from '@skillstream/engines/testing';
import { isRetryable } from '@skillstream/errors';
import type { Connection } from 'mongoose';
import { silentLog } from '@skillstream/runtime';
import { connectMongo, databaseOf, DURABLE, pingMongo } from './mongo.ts';

// What a service's connection makes of a replica set that steps down, hangs and has no majority.
type Note = { _id: string; count: number };
let set: MongoSet;
let database: string;
let connection: Connection;
const open = async (limits: Parameters<typeof connectMongo>[3]) => {
  await connection?.close();
  connection = connectMongo(set.url.replace('/?', `/${database}?`), silentLog(), {}, limits);
  await until('it answers', pingMongo(connection));
};
// A busy server may take its time for a call that is to succeed; a test of a limit opens another connection by it.
const patient = { replyTimeoutMs: 120_000, waitQueueTimeoutMs: 120_000 };
beforeEach(async () => {
  set = await startMongoSet({ upstream: new URL((await sharedEngines()).mongoUrl).host });
  database = `m${randomUUID().slice(0, 8)}`;
  await open(patient);
  await notes().insertOne({ _id: 'one', count: 0 });
});
afterEach(async () => {
  await connection?.close();
  await set?.close();
});
const notes = (writeConcern: object = DURABLE) =>
  databaseOf(connection).collection<Note>('notes', { writeConcern });
const add = (writeConcern?: object) => notes(writeConcern).updateOne({ _id: 'one' }, { $inc: { count: 1 } });
const count = async () => (await notes().findOne({ _id: 'one' }))?.count;
const failureOf = (call: Promise<unknown>) =>
  call.then(
    () => 'none',
    (error: unknown) => error,
  );

test.each([
  ['refused before it was applied', { when: 'before', error: 10107 }],
  ['applied, its reply an error', { when: 'after', error: 11602 }],
  ['applied, its reply lost', { when: 'after' }],
] as const)('a write at a step-down is done once and nobody hears of it: %s', async (_, stepDown) => {
  const happened = set.stepDown(stepDown);
  expect(await add()).toMatchObject({ modifiedCount: 1 });
  await happened;
  expect(await count()).toBe(1);
});

test.each([
  ['alone', () => add({ ...DURABLE, wtimeoutMS: 100 })],
  [
    'in bulk, beside a key that was taken',
    () => {
      const many = ['one', 'two'].map((_id) => ({ insertOne: { document: { _id, count: 1 } } }));
      return notes({ ...DURABLE, wtimeoutMS: 100 }).bulkWrite(many, { ordered: false });
    },
  ],
])('a write that no majority confirms ends, and may be made again: %s', async (_, write) => {
  set.loseMajority();
  const error = await failureOf(write());
  expect(error).toMatchObject({ code: 64 });
  expect(isRetryable(error)).toBe(true);
});

test('durable writes say how long they wait for a majority, and it is less than a reply may take', async () => {
  const seen: Write[] = [];
  void set.stepDown({ when: 'before', on: (write) => seen.push(write) < 0 });
  await add();
  expect(seen.map(({ writeConcern }) => writeConcern)).toEqual([
    { w: 'majority', j: true, wtimeout: 10_000 },
  ]);
});

test('a call whose bytes arrive nowhere ends, and may be made again', async () => {
  await open({ ...patient, replyTimeoutMs: 400 });
  set.halfOpen();
  const error = await failureOf(count());
  expect(isRetryable(error)).toBe(true);
  set.heal();
  await until('it answers again', pingMongo(connection));
});

test('a call that a server which is there never answers ends, and may be made again', async () => {
  await open({ ...patient, replyTimeoutMs: 400 });
  set.loseMajority();
  const majority = databaseOf(connection).collection<Note>('notes', { readConcern: { level: 'majority' } });
  expect(isRetryable(await failureOf(majority.findOne({ _id: 'one' })))).toBe(true);
});

test('a call does not wait for ever for a connection that calls without an end hold', async () => {
  await open({ ...patient, waitQueueTimeoutMs: 200 });
  set.loseMajority();
  const hanging = Array.from({ length: 20 }, () => failureOf(add({ w: 'majority' })));
  const error = await failureOf(add());
  expect(error).toMatchObject({ name: 'MongoWaitQueueTimeoutError' });
  expect(isRetryable(error)).toBe(true);
  set.restoreMajority();
  await Promise.all(hanging);
});
