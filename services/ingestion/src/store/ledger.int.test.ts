import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sharedEngines } from '@skillstream/engines/testing';
import { connectMongo, silentLog } from '@skillstream/runtime';
import { createDocuments } from './documents.ts';
import { createReadLedger, createReadSources } from './ledger.ts';

let connection: ReturnType<typeof connectMongo>;
beforeAll(async () => {
  const { mongoUrl } = await sharedEngines();
  connection = connectMongo(`${mongoUrl}/sources-${randomUUID().slice(0, 8)}`, silentLog());
  await connection.asPromise();
});
afterAll(async () => {
  await connection.dropDatabase();
  await connection.close();
});

test('the sources are those of the ledger, each once, those of retracted postings among them', async () => {
  const documents = createDocuments(connection, '', silentLog());
  await documents.ensureIndexes();
  const readSources = createReadSources(documents);
  expect(await readSources()).toEqual([]);
  const posting = (_id: string, source: string, retracted = false) => ({
    ...{ _id, source, retracted, version: 1, pendingVersion: null, pendingMark: null },
    ...{ contentHash: 'x', posting: null, traceparent: null, writes: [], updatedAt: new Date(0) },
  });
  const stored = [posting('1', 'a'), posting('2', 'a'), posting('3', 'constructor'), posting('4', 'b', true)];
  await documents.postings().insertMany(stored);
  const found = await readSources();
  expect([...found].sort()).toEqual(['a', 'b', 'constructor']);
  const { sources } = await createReadLedger(documents)();
  expect(Object.keys(sources).sort()).toEqual([...found].sort());
});
