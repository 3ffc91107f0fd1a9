import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { silentLog } from '@skillstream/runtime';
import { createErasing } from '../src/erasure/erasing.ts';
import { createDocuments } from '../src/store/documents.ts';
import { createErasureStore, type ErasureStore } from '../src/store/erasure-store.ts';
import { createPostingsStore } from '../src/store/postings-store.ts';
import { openOwnDatabase } from './own-database.ts';
import { arrival, NOW } from './postings.ts';

const MARKER = 'unmistakable words';
let database: Awaited<ReturnType<typeof openOwnDatabase>>;
beforeAll(async () => {
  database = await openOwnDatabase('erasure-runs');
});
afterAll(async () => {
  await database.close();
});

let stores = 0;
/** A store of its own with ten postings, seven of which have the words. */
const storeOfTen = async () => {
  const documents = createDocuments(database.connection, `s${(stores += 1)}-`, silentLog());
  const texts = Array.from({ length: 10 }, (_, i) => (i < 7 ? `${MARKER} ${i}` : `others ${i}`));
  await createPostingsStore(documents).accept(
    texts.map((text, i) => arrival(`p${i}`, text)),
    NOW,
  );
  return { documents, erasures: createErasureStore(documents) };
};
type Own = Awaited<ReturnType<typeof storeOfTen>>;

/** The steps on a store, without Kafka. */
const erasingOf = (store: ErasureStore) =>
  createErasing({
    store,
    ...{ readersPassed: async () => true, findLetters: async (runs) => runs.map(() => []) },
    eraseLetters: async () => ({ letters: 2, unmigrated: 1 }),
    ...{ onStored: () => undefined, isCrowded: () => false, onFailed: () => undefined },
    ...{ newId: () => 'next', now: () => new Date(), pauseMs: () => 0 },
  });
const published = async ({ documents }: Own) =>
  void (await documents.postings().updateMany({}, { $set: { pendingVersion: null } }));
const ask = (store: ErasureStore, chosen: string[] | null, runId: string) =>
  store.ask({ source: 'test', chosen, runId, now: new Date() });

test.each([
  ['all, and all again', null, null, [10, 0]],
  ['those with a text, and all', [MARKER], null, [7, 3]],
  ['those with a text, and those with another', [MARKER], ['others'], [7, 3]],
])(
  'two erasures of one source at once report what each has erased: %s',
  async (_what, first, second, own) => {
    const one = await storeOfTen();
    expect(await ask(one.erasures, first, 'first')).toMatchObject({ runId: 'first', again: null });
    const erasing = erasingOf(one.erasures);
    await erasing.step();
    const waiting = { chosen: second, runId: 'second' };
    expect(await ask(one.erasures, second, 'second')).toMatchObject({ runId: 'first', again: waiting });
    expect(await one.erasures.readRun('test', 'second')).toMatchObject({
      state: 'running',
      done: 0,
      total: 10,
    });
    while (await erasing.step()) await published(one);
    while (await erasing.step()) await published(one);
    for (const [index, runId] of ['first', 'second'].entries())
      expect(await one.erasures.readRun('test', runId)).toMatchObject({
        ...{
          runId,
          state: 'ended',
          erased: own[index],
          letters: 2,
          chosen: null,
          endedAt: expect.any(Date),
        },
      });
    expect(await one.erasures.read('test')).toMatchObject({ runId: 'second' });
    expect(await one.erasures.readRun('test', 'third')).toBeNull();
    expect(JSON.stringify(await one.documents.erasures().find().toArray())).not.toContain(MARKER);
  },
);

test('of the erasures of a source the last twenty that ended are known, and no more are kept', async () => {
  const own = await storeOfTen();
  const erasing = erasingOf(own.erasures);
  for (let i = 0; i < 25; i += 1) {
    await ask(own.erasures, null, `run-${i}`);
    while (await erasing.step()) await published(own);
  }
  expect(await own.erasures.readRun('test', 'run-3')).toBeNull();
  expect(await own.erasures.readRun('test', 'run-4')).toMatchObject({ runId: 'run-4', state: 'ended' });
  expect((await own.erasures.read('test'))!.earlier).toHaveLength(20);
});
