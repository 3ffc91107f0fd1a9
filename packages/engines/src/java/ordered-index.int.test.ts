import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import mongoose, { type Connection } from 'mongoose';
import { startEngines, type Engines } from '../index.ts';
import { compareValues, matches, type Filter, type Item } from './fixtures/bson-model.ts';

// Tests the MongoDB server's non-unique indexes, and ids in their order, through its clients.
let dataFolder = '';
let engines: Engines;
let connection: Connection;
const connect = async () =>
  (connection = await mongoose.createConnection(engines.urls.mongoUrl, { dbName: 'ordered' }).asPromise());
beforeAll(async () => {
  dataFolder = await mkdtemp(join(tmpdir(), 'skillstream-index-test-'));
  engines = await startEngines({ provider: 'java', dataFolder });
  await connect();
});
afterAll(async () => {
  await connection?.close();
  await engines?.stop();
  await rm(dataFolder, { recursive: true, force: true });
});
const items = () => connection.db!.collection<Item>('items', { writeConcern: { w: 'majority', j: true } });
beforeEach(() => connection.db!.dropDatabase());

const pending = { b: { $gt: 0 } };
const makeIndexes = async () => {
  await items().createIndex({ a: 1 }, { name: 'all' });
  await items().createIndex({ a: 1 }, { name: 'some', partialFilterExpression: pending });
  await items().createIndex({ b: 1, a: 1 }, { name: 'both' });
  await items().createIndex({ b: 1, a: 1 }, { name: 'both of some', partialFilterExpression: pending });
};

const { ObjectId, Long } = mongoose.mongo;
// Few and mostly small numbers, so that filters match and ties are common.
const value = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: -2, max: 2 }) },
  fc.constantFrom(undefined, null, true, false, 2 ** 53, Long.fromString('9007199254740993'), 0.5, -0),
  fc.constantFrom('', 'a', 'ab', 'b', 'é'),
  fc.integer({ min: 0, max: 3 }).map((n) => new ObjectId(String(n).repeat(24))),
  fc.integer({ min: -2, max: 2 }).map((n) => new Date(n)),
);
const bound = value.filter((one) => one !== undefined && one !== null);
const wanted = fc.oneof(
  value.map((one) => one ?? null),
  fc.record({ $gt: bound }),
  fc.record({ $lte: bound }),
  fc.record({ $lt: bound }),
  fc.record({ $gte: bound, $lt: bound }),
);
const id = fc.integer({ min: 0, max: 15 }).map((n) => `item-${n}`);
const item = fc
  .record({ _id: id, a: value, b: value })
  .map((made) => Object.fromEntries(Object.entries(made).filter(([, one]) => one !== undefined)) as Item);
const step = fc.oneof(
  fc.record({ kind: fc.constant('put' as const), item }),
  fc.record({ kind: fc.constant('set' as const), item }),
  fc.record({ kind: fc.constant('remove' as const), item }),
);
type Step = { kind: 'put' | 'set' | 'remove'; item: Item };
const field = fc.constantFrom('a' as const, 'b' as const, '_id' as const);
const query = fc.record({
  filter: fc.oneof(
    fc.constant<Filter>({}),
    fc.constant<Filter>(pending),
    fc.record({ a: wanted }),
    fc.record({ b: wanted }),
    fc.record({ b: wanted, a: wanted }),
    fc.record({ b: fc.record({ $gte: fc.constant(1) }), a: wanted }),
    fc.record({ _id: fc.record({ $gt: id }) }),
  ),
  sort: field,
  direction: fc.constantFrom(1 as const, -1 as const),
  skip: fc.integer({ min: 0, max: 3 }),
  limit: fc.integer({ min: 0, max: 5 }),
  batchSize: fc.integer({ min: 1, max: 4 }),
});
type Query = typeof query extends fc.Arbitrary<infer T> ? T : never;

const perform = async ({ kind, item: { _id, ...rest } }: Step, model: Map<string, Item>) => {
  if (kind === 'put') {
    await items().replaceOne({ _id }, rest, { upsert: true });
    model.set(_id, { _id, ...rest });
  } else if (kind === 'set' && Object.keys(rest).length > 0) {
    await items().updateOne({ _id }, { $set: rest });
    if (model.has(_id)) Object.assign(model.get(_id)!, rest);
  } else {
    await items().deleteOne({ _id });
    model.delete(_id);
  }
};
/** Counts by `b` and `a`; without a hint no index is used. */
const combinations = async (match: Filter | null, hint?: object) => {
  const stages = match ? [{ $match: match }] : [];
  const group = { $group: { _id: { b: '$b', a: '$a' }, n: { $sum: 1 } } };
  const rows = await items()
    .aggregate<{ _id: object; n: number }>([...stages, group], hint ? { hint } : {})
    .toArray();
  return rows.map(({ _id, n }) => `${JSON.stringify(_id)}: ${n}`).toSorted();
};

const expectSame = async ({ filter, sort, direction, skip, limit, batchSize }: Query, model: Item[]) => {
  const fitting = model.filter((one) => matches(one, filter));
  const sorted = fitting.toSorted((one, other) => direction * compareValues(one[sort], other[sort]));
  const page = sorted.slice(skip, limit === 0 ? undefined : skip + limit);
  const found = await items()
    .find(filter as object, { batchSize })
    .sort({ [sort]: direction })
    .skip(skip)
    .limit(limit)
    .toArray();
  // The order of equal documents is not defined.
  const order = (list: Item[]) => list.map((one) => one[sort] ?? null);
  expect(order(found).map((one, i) => compareValues(one, page[i]?.[sort]))).toEqual(page.map(() => 0));
  expect(new Set(found.map(({ _id }) => _id)).size).toBe(page.length);
  for (const one of found) expect(fitting).toContainEqual(one);
  expect(await items().countDocuments(filter as object)).toBe(fitting.length);
  const first = Math.max(1, limit);
  expect(await items().countDocuments(filter as object, { limit: first })).toBe(
    Math.min(first, fitting.length),
  );
};

test('after any writes, updates and removals, finds, sorts and counts equal those of a plain list', async () => {
  const many = { minLength: 1, maxLength: 12 };
  const property = fc.asyncProperty(
    fc.array(step, many),
    fc.array(step, many),
    fc.array(query, many),
    async (before, after, queries) => {
      await items().deleteMany({});
      await items()
        .dropIndexes()
        .catch(() => undefined);
      const model = new Map<string, Item>();
      for (const one of before) await perform(one, model);
      await makeIndexes();
      for (const one of after) await perform(one, model);
      for (const one of queries) await expectSame(one, [...model.values()]);
      for (const match of [null, pending])
        expect(await combinations(match, { b: 1, a: 1 })).toEqual(await combinations(match));
    },
  );
  await fc.assert(property, { numRuns: 100, seed: 13 });
});

test('indexes are listed, and after a restart they contain what was written before it', async () => {
  await makeIndexes();
  const steps = fc.sample(step, { numRuns: 200, seed: 13 });
  const model = new Map<string, Item>();
  for (const one of steps) await perform(one, model);
  const listed = await items().listIndexes().toArray();
  await connection.close();
  await engines.kill('mongo');
  await engines.start('mongo');
  await connect();
  expect(await items().listIndexes().toArray()).toEqual(listed);
  expect(listed.map(({ name }) => name)).toEqual(['_id_', 'all', 'some', 'both', 'both of some']);
  // This would be refused if one of them had lost its filter.
  await makeIndexes();
  expect(listed[2]).toMatchObject({ key: { a: 1 }, partialFilterExpression: pending });
  for (const one of fc.sample(query, { numRuns: 50, seed: 13 })) await expectSame(one, [...model.values()]);
});

test('an index is dropped only in its own collection', async () => {
  await makeIndexes();
  const others = connection.db!.collection('others');
  await others.createIndex({ a: 1 }, { name: 'all' });
  await items().dropIndex('all');
  const names = async (of: mongoose.mongo.Collection<never>) =>
    (await of.listIndexes().toArray()).map(({ name }) => name);
  expect(await names(items() as never)).toEqual(['_id_', 'some', 'both', 'both of some']);
  expect(await names(others as never)).toEqual(['_id_', 'all']);
  await items().dropIndexes();
  expect(await names(items() as never)).toEqual(['_id_']);
  expect(await names(others as never)).toEqual(['_id_', 'all']);
});

test('an index of the same name with another filter is refused', async () => {
  await makeIndexes();
  await makeIndexes();
  const other = { name: 'some', partialFilterExpression: { b: { $gt: 1 } } };
  await expect(items().createIndex({ a: 1 }, other)).rejects.toMatchObject({ code: 86 });
});

describe('documents that are read for a query', () => {
  const reads = async () =>
    Number((await connection.db!.command({ serverStatus: 1 }))['documentsRead'] as number);
  const readsOf = async (ask: () => Promise<unknown>) => {
    const before = await reads();
    await ask();
    return (await reads()) - before;
  };
  const fill = async (count: number) => {
    await makeIndexes();
    const made = Array.from({ length: count }, (_, i) => ({
      _id: `item-${String((i * 7919) % count).padStart(6, '0')}`,
      a: i % 12,
      // Ten are pending, whatever the total.
      b: i % (count / 10) === 0 ? i + 1 : 0,
    }));
    await items().insertMany(made);
  };
  const page = (filter: object, sort: object, limit: number) => () =>
    items()
      .find(filter as Filter as object)
      .sort(sort as never)
      .limit(limit)
      .toArray();
  const questions: Record<string, () => Promise<unknown>> = {
    'a page of ids': page({ _id: { $gt: 'item-000200' } }, { _id: 1 }, 20),
    'the last ids': page({}, { _id: -1 }, 20),
    'pending documents in order': page(pending, { b: 1 }, 5),
    'pending documents by another field': page(pending, { a: 1 }, 5),
    'pending documents in no order': () => items().find(pending).toArray(),
    'a page by equality and order': page({ b: 0 }, { a: 1 }, 20),
    'the first batch of all': async () => {
      const cursor = items().find({}, { batchSize: 20 }).sort({ a: 1 });
      await cursor.next();
      await cursor.close();
    },
    'how many there are': () => items().countDocuments({}),
    'how many are pending': () => items().countDocuments(pending),
    'how many of each combination': () => combinations(null, { b: 1, a: 1 }),
    'how many are pending of each': () => combinations(pending, { b: 1, a: 1 }),
    'how many of one value': () => items().countDocuments({ a: 3 }),
    'whether there are more': () => items().countDocuments({ b: { $gte: 0 } }, { limit: 10 }),
    'the first of a group': () =>
      items()
        .aggregate([{ $match: pending }, { $limit: 3 }])
        .toArray(),
    'a change that makes one pending': () => items().updateOne({ _id: 'item-000003' }, { $set: { b: 5 } }),
    'clearing what is pending': () => items().updateMany(pending, { $set: { b: 0 } }),
  };

  test('are no more for ten times as many documents', async () => {
    const counted = async (count: number) => {
      await connection.db!.dropDatabase();
      await fill(count);
      const found: Record<string, number> = {};
      for (const [name, ask] of Object.entries(questions)) found[name] = await readsOf(ask);
      return found;
    };
    const few = await counted(500);
    expect(await counted(5000)).toEqual(few);
    for (const [name, count] of Object.entries(few)) expect([name, count <= 25]).toEqual([name, true]);
  });

  test('are only those of one value, for a filter by equality', async () => {
    await fill(1200);
    expect(await readsOf(() => items().find({ a: 3 }).toArray())).toBe(100);
    expect(await readsOf(() => items().deleteMany({ a: 3 }))).toBe(100);
    expect(await items().countDocuments({ a: 3 })).toBe(0);
  });
});

test('a cursor resumes at its position while documents before and after it come and go', async () => {
  await makeIndexes();
  await items().insertMany(Array.from({ length: 40 }, (_, i) => ({ _id: `item-${i}`, a: i })));
  const cursor = items()
    .find({ a: { $gte: 10 } }, { batchSize: 5 })
    .sort({ a: 1 });
  const seen: unknown[] = [];
  for (let i = 0; i < 5; i += 1) seen.push((await cursor.next())?.a);
  await items().deleteMany({ a: { $in: [14, 15] } });
  await items().insertMany([
    { _id: 'before', a: 10.5 },
    { _id: 'behind', a: 20.5 },
  ]);
  for await (const found of cursor) seen.push(found.a);
  const expected = [...Array.from({ length: 30 }, (_, i) => i + 10), 20.5].filter((a) => a !== 15);
  expect(seen).toEqual(expected.toSorted((a, b) => a - b));
});

test('with a document that has a list, which an index cannot order, queries are still answered', async () => {
  await makeIndexes();
  await items().insertMany([
    { _id: 'one', a: 1 },
    { _id: 'list', a: [0, 2] },
  ]);
  const ids = async () =>
    (
      await items()
        .find({ a: { $gt: 1 } })
        .toArray()
    ).map(({ _id }) => _id);
  expect(await ids()).toEqual(['list']);
  await items().deleteOne({ _id: 'list' });
  expect(await ids()).toEqual([]);
});
