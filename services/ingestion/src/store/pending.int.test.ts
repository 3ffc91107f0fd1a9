import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { silentLog } from '@skillstream/runtime';
import { openOwnServer } from '../../test/own-server.ts';
import { arrival, idOf, NOW } from '../../test/postings.ts';
import { createDocuments } from './documents.ts';
import type { PendingPosting } from './pending.ts';
import { createPostingsStore } from './postings-store.ts';
import { createBackfillStore } from './backfill-store.ts';

let server: Awaited<ReturnType<typeof openOwnServer>>;
beforeAll(async () => {
  server = await openOwnServer('pending');
});
afterAll(() => server?.close());

let harnesses = 0;
const createHarness = async () => {
  const documents = createDocuments(server.connection, `s${(harnesses += 1)}-`, silentLog());
  await documents.ensureIndexes();
  const store = createPostingsStore(documents);
  return {
    documents,
    store,
    accept: (id: string, text?: string) => store.accept([arrival(id, text)], NOW),
    markAgain: (id: string) => createBackfillStore(documents).markPending([idOf(id)]),
    waiting: async () => {
      const found: PendingPosting[] = [];
      for await (const batch of store.pending.read(1000)) found.push(...batch);
      return found;
    },
  };
};

const idsOf = (postings: PendingPosting[]) => postings.map(({ _id }) => _id);

test('a clear that comes late leaves a later mark for the same version', async () => {
  const { store, accept, markAgain, waiting } = await createHarness();
  await accept('a');
  const late = await waiting();
  await store.pending.clear(await waiting());
  expect(await waiting()).toEqual([]);
  await markAgain('a');
  await store.pending.clear(late);
  expect(await waiting()).toMatchObject([{ _id: idOf('a'), version: 1, pendingVersion: 1 }]);
});

test('the longest pending posting comes first, and one that changes meanwhile keeps its place', async () => {
  const { store, accept, waiting } = await createHarness();
  for (const id of ['c', 'a', 'b']) await accept(id);
  await accept('c', 'changed');
  await store.retract(idOf('c'), 'any', null, NOW);
  expect(idsOf(await waiting())).toEqual(['c', 'a', 'b'].map(idOf));
  expect(await waiting()).toMatchObject([
    { pendingVersion: 3 },
    { pendingVersion: 1 },
    { pendingVersion: 1 },
  ]);
  await store.pending.clear((await waiting()).slice(0, 1));
  await accept('c', 'once more');
  expect(idsOf(await waiting())).toEqual(['a', 'b', 'c'].map(idOf));
});

test('what the previous release left pending, without a mark, comes first and is cleared', async () => {
  const { documents, store, accept, waiting } = await createHarness();
  await accept('new');
  await accept('old');
  await documents.postings().updateOne({ _id: idOf('old') }, { $unset: { pendingMark: 1 } });
  expect(idsOf(await waiting())).toEqual(['old', 'new'].map(idOf));
  expect(await store.pending.waiting(10)).toEqual({ count: 2, oldest: NOW });
  await store.pending.clear(await waiting());
  expect(await waiting()).toEqual([]);
});

test('after a rollback to the previous release, which clears by the version alone, nothing is left over or lost', async () => {
  const { documents, accept, markAgain, waiting } = await createHarness();
  await accept('a');
  await documents
    .postings()
    .updateOne({ _id: idOf('a'), pendingVersion: 1 }, { $set: { pendingVersion: null } });
  expect(await waiting()).toEqual([]);
  await markAgain('a');
  expect(await waiting()).toHaveLength(1);
});

test('pending postings are counted up to a limit, with the age of the oldest', async () => {
  const { store, accept } = await createHarness();
  expect(await store.pending.waiting(3)).toEqual({ count: 0, oldest: null });
  const before = Date.now();
  for (const id of ['a', 'b', 'c', 'd']) await accept(id);
  const { count, oldest } = await store.pending.waiting(3);
  expect(count).toBe(3);
  expect(Math.abs(oldest!.getTime() - before)).toBeLessThan(60_000);
});

test('a poll examines pending postings only, however many others there are', async () => {
  const { store, accept, waiting } = await createHarness();
  const template = arrival('template');
  const publishMany = async (from: number, to: number) => {
    const ids = Array.from({ length: to - from }, (_, i) => `many.${from + i}`);
    await store.accept(
      ids.map((postingId) => ({ ...template, posting: { ...template.posting, postingId } })),
      NOW,
    );
    await store.pending.clear(await waiting());
  };
  const poll = async () => {
    await waiting();
    await store.pending.waiting(1000);
  };
  await publishMany(0, 300);
  await server.costIsBelow(10, poll);
  for (let from = 300; from < 3000; from += 900) await publishMany(from, from + 900);
  await server.costIsBelow(10, poll);
  for (const id of ['a', 'b', 'c']) await accept(id);
  await server.costIsBelow(20, poll);
});
