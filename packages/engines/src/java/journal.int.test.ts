import { appendFile, mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import mongoose from 'mongoose';
import { startEngines, type Engines } from '../index.ts';

// Tests the MongoDB server's file through its clients. Only MongoDB is restarted.
let dataFolder = '';
let engines: Engines;
beforeAll(async () => {
  dataFolder = await mkdtemp(join(tmpdir(), 'skillstream-journal-test-'));
  engines = await startEngines({ provider: 'java', dataFolder });
});
afterAll(async () => {
  await engines.stop();
  await rm(dataFolder, { recursive: true, force: true });
});

const durable = { writeConcern: { w: 'majority' as const, j: true } };
type Note = { _id: string; turn: number; text: string };
const journal = () => join(dataFolder, 'mongo', 'documents.journal');
const size = async () => (await stat(journal())).size;

const withNotes = async <T>(
  use: (notes: mongoose.mongo.Collection<Note>, db: mongoose.mongo.Db) => Promise<T>,
) => {
  const connection = await mongoose
    .createConnection(engines.urls.mongoUrl, { dbName: 'journal' })
    .asPromise();
  try {
    return await use(connection.db!.collection<Note>('notes', durable), connection.db!);
  } finally {
    await connection.close();
  }
};
const restart = async (meanwhile: () => Promise<void> = async () => {}) => {
  await engines.kill('mongo');
  await meanwhile();
  await engines.start('mongo');
};
const all = () =>
  withNotes(async (notes) => (await notes.find().toArray()).map(({ _id, turn }) => `${_id}${turn}`));

test('updates, removals and drops survive a restart, and the file is compacted', async () => {
  const ids = Array.from({ length: 100 }, (_, i) => `note-${i}-`);
  await withNotes(async (notes, db) => {
    for (let turn = 0; turn < 40; turn += 1)
      await notes.bulkWrite(
        ids.map((_id) => ({
          replaceOne: { filter: { _id }, replacement: { turn, text: 'x'.repeat(1000) }, upsert: true },
        })),
      );
    await notes.deleteOne({ _id: ids[0]! });
    await db.collection('gone').insertOne({ turn: 1 }, durable);
    await db.collection('gone').drop();
  });
  const before = await size();
  await restart();
  expect(await all()).toEqual(ids.slice(1).map((id) => `${id}39`));
  expect(await size()).toBeLessThan(before / 10);
  await withNotes(async (notes, db) => {
    expect((await db.listCollections().toArray()).map(({ name }) => name)).toEqual(['notes']);
    await expect(notes.insertOne({ _id: ids[1]!, turn: 0, text: '' })).rejects.toMatchObject({ code: 11000 });
  });
});

test('an entry that a crash left half written is truncated, and later writes are retained', async () => {
  const before = await all();
  await restart(() => appendFile(journal(), Buffer.from([0, 0, 1, 0, 1, 2, 3, 4, 2, 0, 0])));
  expect(await all()).toEqual(before);
  await withNotes((notes) => notes.insertOne({ _id: 'later-', turn: 1, text: '' }));
  await restart();
  expect(await all()).toEqual([...before, 'later-1']);
});
