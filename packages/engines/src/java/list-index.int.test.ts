import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import fc from 'fast-check';
import mongoose, { type Connection } from 'mongoose';
import { startEngines, type Engines } from '../index.ts';

// Tests the MongoDB server's indexes of fields that have lists, and filters by one of several values.
type Item = { _id: string; a?: unknown };
let dataFolder = '';
let engines: Engines;
let connection: Connection;
const connect = async () =>
  (connection = await mongoose.createConnection(engines.urls.mongoUrl, { dbName: 'lists' }).asPromise());
beforeAll(async () => {
  dataFolder = await mkdtemp(join(tmpdir(), 'skillstream-list-index-test-'));
  engines = await startEngines({ provider: 'java', dataFolder, only: ['mongo'] });
  await connect();
});
afterAll(async () => {
  await connection?.close();
  await engines?.stop();
  await rm(dataFolder, { recursive: true, force: true });
});
beforeEach(() => connection.db!.dropDatabase());
const items = (name = 'items') =>
  connection.db!.collection<Item>(name, { writeConcern: { w: 'majority', j: true } });
const makeIndex = () => items().createIndex({ a: 1 });

const value = fc.constantFrom<unknown>(null, 1, 2, 2.5, 'a', 'b', 'ab', true);
// A list in a list and a document are what the index cannot have.
const rare = fc.constantFrom<unknown>([['a']], { b: 1 }, [{ b: 1 }, 'a']);
const list = fc.array(value, { maxLength: 4 });
const content = fc.oneof(
  { weight: 5, arbitrary: list },
  { weight: 5, arbitrary: value },
  { weight: 1, arbitrary: fc.oneof(rare, fc.constant(undefined)) },
);
const id = fc.integer({ min: 0, max: 9 }).map((n) => `item-${n}`);
const step = fc.record({ _id: id, a: content, isRemoval: fc.boolean() });
const filter = fc.oneof(
  fc.record({ a: fc.record({ $in: list }) }),
  fc.record({ a: fc.record({ $in: list }), _id: fc.record({ $ne: id }) }),
  fc.record({ a: fc.record({ $in: list, $gt: fc.constantFrom<unknown>(1, 'a') }) }),
  fc.record({ a: value }),
  fc.record({ a: fc.record({ $gt: fc.constantFrom<unknown>(1, 'a') }) }),
  fc.record({ a: fc.constant<unknown>([]) }),
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

// The collection `plain` has the same documents and no index.
const perform = async ({ _id, a, isRemoval }: Step) => {
  for (const one of [items(), items('plain')])
    if (isRemoval) await one.deleteOne({ _id });
    else await one.replaceOne({ _id }, a === undefined ? {} : { a }, { upsert: true });
};
const idsOf = (found: Item[]) => found.map(({ _id }) => _id).sort();
const expectSame = async (wanted: object) => {
  const fitting = idsOf(await items('plain').find(wanted).toArray());
  expect(idsOf(await items().find(wanted, { batchSize: 2 }).toArray())).toEqual(fitting);
  expect(await items().countDocuments(wanted)).toBe(fitting.length);
  const some = await items().find(wanted, { limit: 2 }).toArray();
  expect(idsOf(some).every((one) => fitting.includes(one))).toBe(true);
  expect(new Set(idsOf(some)).size).toBe(Math.min(2, fitting.length));
  const sorted = await items()
    .find(wanted, { sort: { a: 1, _id: 1 } })
    .toArray();
  expect(sorted).toEqual(
    await items('plain')
      .find(wanted, { sort: { a: 1, _id: 1 } })
      .toArray(),
  );
};

test('with lists in any documents, filters find and count what they do without an index', async () => {
  const many = { minLength: 1, maxLength: 8 };
  const property = fc.asyncProperty(
    fc.array(step, many),
    fc.array(step, many),
    fc.array(filter, many),
    async (before, after, filters) => {
      await connection.db!.dropDatabase();
      for (const one of before) await perform(one);
      await makeIndex();
      for (const one of after) await perform(one);
      for (const one of filters) await expectSame(one);
    },
  );
  await fc.assert(property, { numRuns: 60, seed: 13 });
});

test('after a restart an index has the lists that were written before it', async () => {
  await makeIndex();
  for (const one of fc.sample(step, { numRuns: 60, seed: 13 })) await perform(one);
  await connection.close();
  await engines.kill('mongo');
  await engines.start('mongo');
  await connect();
  for (const one of fc.sample(filter, { numRuns: 40, seed: 13 })) await expectSame(one);
});

test('documents that are read for a filter by values of lists are no more for ten times as many', async () => {
  const readsOf = async (wanted: object, limit: number) => {
    const read = async () => (await connection.db!.command({ serverStatus: 1 }))['documentsRead'] as number;
    const before = await read();
    await items().find(wanted, { limit }).toArray();
    return (await read()) - before;
  };
  const counted = async (count: number) => {
    await connection.db!.dropDatabase();
    await makeIndex();
    const made = Array.from({ length: count }, (_, at) => ({ _id: `item-${at}`, a: ['all', at, -at] }));
    await items().insertMany(made);
    return [await readsOf({ a: { $in: [3, -3, 7, count] } }, 0), await readsOf({ a: { $in: ['all'] } }, 5)];
  };
  const few = await counted(100);
  expect(few).toEqual([2, 5]);
  expect(await counted(1000)).toEqual(few);
});

test('of thousands of texts in lists each finds its documents, also once many are gone, and none that has the text no more', async () => {
  await makeIndex();
  const COUNT = 3000;
  const made = Array.from({ length: COUNT }, (_, at) => ({
    _id: `item-${String(at).padStart(4, '0')}`,
    a: at % 10 === 0 ? `by ten ${at % 30}` : ['all', `own ${at}`, `by ten ${at % 30}`, `own ${at}`],
  }));
  await items().insertMany(made);
  await items().deleteMany({
    a: { $in: made.filter((_, at) => at % 3 === 1).map((_, at) => `own ${3 * at + 1}`) },
  });
  await items().updateMany({ a: { $in: ['by ten 9'] } }, { $set: { a: ['changed'] } });
  const has = (at: number, text: string) => {
    if (at % 3 === 1 && at % 10 !== 0) return false;
    if (at % 30 === 9) return text === 'changed';
    return [made[at]!.a].flat().includes(text);
  };
  const texts = [
    'all',
    'changed',
    'own 7',
    'own 8',
    'own 9',
    'own 2999',
    'by ten 0',
    'by ten 9',
    'by ten 10',
    'none',
  ];
  for (const text of texts) {
    const found = await items()
      .find({ a: { $in: [text] } })
      .toArray();
    expect(idsOf(found)).toEqual(made.filter((_, at) => has(at, text)).map(({ _id }) => _id));
  }
  for (let at = 0; at < COUNT; at += 7)
    expect(await items().countDocuments({ a: { $in: [`own ${at}`] } })).toBe(has(at, `own ${at}`) ? 1 : 0);
});
