import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { until } from '@skillstream/async/testing';
import { startMongoSet } from '@skillstream/engines/mongo-set';
import { sharedEngines } from '@skillstream/engines/testing';
import { isRetryable } from '@skillstream/errors';
import { connectMongo, pingMongo } from '@skillstream/mongo';
import { silentLog } from '@skillstream/runtime';
import type { Connection } from 'mongoose';
import { createFixture, type Fixture } from '../../../test/fixture.ts';
import type { Contribution } from '../../contribution/contribution.ts';
import type { Fact } from '../../projections/facts/fact-store.ts';
import { createFactGenerations } from './fact-generations.ts';
import { createMongoFactStore } from './mongo-fact-store.ts';

let fixture: Fixture;
beforeAll(async () => {
  fixture = await createFixture();
});
afterAll(() => fixture.close());

const fact = (postingId: string, offset: number, retracted = false): Fact => ({
  postingId,
  partition: 0,
  offset,
  contribution: retracted
    ? { retracted, source: 'one', version: offset + 1 }
    : ({
        ...{ retracted, source: 'one', version: offset + 1, month: '2025-01', role: 'data', country: null },
        ...{ seniority: 'mid', workplace: 'remote', salaryUsd: 1, organization: 'Acme', duplicate: false },
        ...{ skills: ['go'], skillCategories: ['languages'], categories: ['languages'] },
      } satisfies Contribution),
});

const offsets = async ({ facts }: ReturnType<Fixture['fresh']>) =>
  Object.fromEntries((await facts.facts().find().toArray()).map(({ _id, offset }) => [_id, offset]));

test.each([
  ['newer first', [5, 2]],
  ['older first', [2, 5]],
  ['the same twice', [5, 5]],
])('an older event never replaces a newer one, in one bulk or in two: %s', async (_, [one, two]) => {
  const [bulk, apart] = [fixture.fresh(), fixture.fresh()];
  await bulk.facts.write([fact('a', one!), fact('b', 1), fact('a', two!), fact('c', 3)]);
  await apart.facts.write([fact('a', one!), fact('b', 1)]);
  await apart.facts.write([fact('a', two!), fact('c', 3)]);
  expect(await offsets(bulk)).toEqual({ a: 5, b: 1, c: 3 });
  expect(await offsets(apart)).toEqual({ a: 5, b: 1, c: 3 });
});

test('a retraction leaves a marker without contents, which an older event cannot replace', async () => {
  const { facts } = fixture.fresh();
  await facts.write([fact('a', 1)]);
  await facts.write([fact('a', 3, true)]);
  await facts.write([fact('a', 2)]);
  expect(await facts.facts().find().toArray()).toEqual([
    { _id: 'a', partition: 0, offset: 3, source: 'one', version: 4, retracted: true },
  ]);
});

test('facts that no majority has acknowledged are written again, also where newer ones exist', async () => {
  const set = await startMongoSet({ upstream: new URL((await sharedEngines()).mongoUrl).host });
  const onSet = connectMongo(set.url.replace('/?', `/${fixture.name}?`), silentLog());
  await until('the set answers', pingMongo(onSet));
  const facts = createMongoFactStore({ connection: onSet, generation: 99, log: 'log/1', now: Date.now });
  await facts.write([fact('a', 5)]);
  const late = set.stepDown({ when: 'after', error: 64 });
  const error: unknown = await facts.write([fact('a', 2), fact('b', 1)]).catch((thrown: unknown) => thrown);
  await late;
  expect(isRetryable(error)).toBe(true);
  await until('a primary is there', () => facts.write([fact('a', 2), fact('b', 1)]).then(() => true));
  expect(
    await facts
      .facts()
      .find()
      .sort({ _id: 1 })
      .map(({ offset }) => offset)
      .toArray(),
  ).toEqual([5, 1]);
  await onSet.close();
  await set.close();
});

test('a fact replaces an older one that is inserted in the middle of its upsert', async () => {
  const { facts } = fixture.fresh();
  const collection = facts.facts();
  let raced = false;
  const racing = {
    collection: () => ({
      ...{ find: collection.find.bind(collection) },
      // As a server behaves when two upserts race: the search finds nothing, the zombie inserts its fact, the key is
      // taken. The server retries by itself only when the filter is just the key.
      bulkWrite: async (...args: Parameters<typeof collection.bulkWrite>) => {
        if (raced) return collection.bulkWrite(...args);
        raced = true;
        await facts.write([fact('a', 10)]);
        throw Object.assign(new Error('E11000'), { code: 11000, writeErrors: [{ code: 11000 }] });
      },
    }),
  };
  const connection = { db: racing } as unknown as Connection;
  const owner = createMongoFactStore({ connection, generation: 1, log: 'log/1', now: Date.now });
  await owner.write([fact('a', 20)]);
  expect(await offsets({ facts } as ReturnType<Fixture['fresh']>)).toEqual({ a: 20 });
});

test('an organization is stored as a hash', async () => {
  const { facts } = fixture.fresh();
  await facts.write([fact('a', 1)]);
  const [found] = await facts.facts().find().toArray();
  expect(found!.organizationHash).toMatch(/^[\w-]{16}$/);
  expect(JSON.stringify(found)).not.toContain('Acme');
});

test('the position moves by compare-and-set', async () => {
  const { facts } = fixture.fresh();
  expect(await facts.position(0)).toBe(-1);
  expect(await facts.move(0, -1, 4)).toBe(4);
  expect(await facts.move(0, -1, 9)).toBe(4);
  expect(await facts.touch(0, 3, 8, true)).toBe(4);
  expect(await facts.touch(0, 4, 6, true)).toBe(4);
  expect(await facts.touch(0, 4, 7, false)).toBe(4);
  expect(await facts.position(0)).toBe(4);
  expect(await facts.checkpoint(0)).toMatchObject({ position: 4, fetched: 7, live: true, log: 'log/1' });
  expect(await facts.checkpoints()).toHaveLength(1);
});

test('ten owners that concurrently request the position of a new partition get the same', async () => {
  const { facts } = fixture.fresh();
  const found = await Promise.all(Array.from({ length: 10 }, () => facts.position(3)));
  expect(found).toEqual(Array.from({ length: 10 }, () => -1));
});

test('dropping deletes this generation', async () => {
  const { facts, generation } = fixture.fresh();
  await facts.write([fact('a', 1)]);
  await facts.position(0);
  const { drop } = createFactGenerations(fixture.mongo);
  await drop(generation);
  await drop(generation);
  expect(await facts.facts().countDocuments()).toBe(0);
  expect(await facts.checkpoint(0)).toBeNull();
});

test.each([
  ['duplicate keys alone: a newer fact stands there', { code: 11000, writeErrors: [{ code: 11000 }] }, false],
  ['one duplicate key, not in a list', { code: 11000, writeErrors: { code: 11000 } }, false],
  ['another among them', { code: 11000, writeErrors: [{ code: 11000 }, { code: 121 }] }, true],
  ['no list at all', { code: 11000 }, true],
  ['another code', { code: 91, writeErrors: [] }, true],
  ['no code', {}, true],
])('of the errors of a bulk only duplicate keys pass: %s', async (_, details, thrown) => {
  const bulkWrite = () => Promise.reject(Object.assign(new Error('bulk'), details));
  const connection = { db: { collection: () => ({ bulkWrite }) } } as unknown as Connection;
  const { write } = createMongoFactStore({ connection, generation: 1, log: 'log/1', now: Date.now });
  const written = write([fact('a', 1)]);
  if (thrown) await expect(written).rejects.toThrow('bulk');
  else await expect(written).resolves.toBeUndefined();
});
