import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { silentLog } from '@skillstream/runtime';
import { openOwnDatabase } from '../../test/own-database.ts';
import { createDocuments } from './documents.ts';
import { createReadLedger, createReadSources } from './ledger.ts';

let connection: Awaited<ReturnType<typeof openOwnDatabase>>['connection'];
let close: () => Promise<void>;
beforeAll(async () => {
  ({ connection, close } = await openOwnDatabase('sources'));
});
afterAll(() => close());

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
