import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { dropAndClose, sharedEngines } from '@skillstream/engines/testing';
import { connectMongo, createPrefixRecord } from '@skillstream/mongo';
import { silentLog } from '@skillstream/runtime';
import { checkOwnDatabase } from './own-database.ts';

let connection: ReturnType<typeof connectMongo>;
beforeEach(async () => {
  const { mongoUrl } = await sharedEngines();
  connection = await connectMongo(`${mongoUrl}/o${randomUUID().slice(0, 8)}`, silentLog()).asPromise();
});
afterEach(() => dropAndClose(connection));

const isOf = (prefix: string) =>
  createPrefixRecord({ connection, prefix, wasUsed: async () => false }).keep();

test('a database of the prefix of the environment is let through, and one that is not there', async () => {
  await checkOwnDatabase(connection, { KAFKA_PREFIX: 'a.' });
  await isOf('a.');
  await checkOwnDatabase(connection, { KAFKA_PREFIX: 'a.' });
});

test.each([{}, { KAFKA_PREFIX: '' }, { KAFKA_PREFIX: 'b.' }])(
  'one of another is refused: %j',
  async (env) => {
    await isOf('a.');
    await expect(checkOwnDatabase(connection, env)).rejects.toThrow('is of KAFKA_PREFIX "a."');
  },
);

test('one from before there were prefixes is of none', async () => {
  await connection.collection('postings').insertOne({ title: 'a' });
  await checkOwnDatabase(connection, {});
  await expect(checkOwnDatabase(connection, { KAFKA_PREFIX: 'a.' })).rejects.toThrow('is of KAFKA_PREFIX ""');
});
