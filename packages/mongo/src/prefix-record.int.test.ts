import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { until } from '@skillstream/async/testing';
import { dropAndClose, sharedEngines } from '@skillstream/engines/testing';
import type { Connection } from 'mongoose';
import { silentLog } from '@skillstream/runtime';
import { connectMongo, pingMongo } from './mongo.ts';
import { createPrefixRecord, readPrefix } from './prefix-record.ts';

let connection: Connection;
beforeEach(async () => {
  const { mongoUrl } = await sharedEngines();
  connection = connectMongo(`${mongoUrl}/k${randomUUID().slice(0, 8)}`, silentLog());
  await until('it answers', pingMongo(connection));
});
afterEach(() => dropAndClose(connection));

const record = (prefix: string, used = false) =>
  createPrefixRecord({ connection, prefix, wasUsed: async () => used });

test('a new database is of the first prefix that works on it, and no other is let in', async () => {
  await record('a.').keep();
  expect(await readPrefix(connection)).toBe('a.');
  // What works on it has left its marks since.
  await record('a.', true).keep();
  for (const other of ['b.', ''])
    await expect(record(other, true).keep()).rejects.toThrow(
      new RegExp(`KAFKA_PREFIX is "${other}", but the database k.* is of "a\\."`),
    );
});

test('a database of a release that knew no prefix is of none', async () => {
  expect(await readPrefix(connection)).toBe('');
  const other = record('a.', true);
  expect(other.isRefused()).toBe(false);
  await expect(other.keep()).rejects.toThrow('is of ""');
  expect(other.isRefused()).toBe(true);
  const own = record('', true);
  await own.keep();
  expect(own.isRefused()).toBe(false);
});

test('of two that begin on one database at once one is let in', async () => {
  const first = await Promise.allSettled([record('a.').keep(), record('b.').keep()]);
  expect(first.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
});

test('only another prefix is a reason of its own not to be ready', async () => {
  await record('a.').keep();
  await expect(record('b.').check()).rejects.toThrow('KAFKA_PREFIX');
  await connection.close();
  expect(await record('a.').check()).toBe(true);
});
