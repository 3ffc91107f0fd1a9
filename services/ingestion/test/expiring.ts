import type { Connection } from 'mongoose';
import { silentLog } from '@skillstream/runtime';
import { factsOf } from '../src/expiry/facts-of.ts';
import { createClose } from '../src/store/close.ts';
import { createDocuments } from '../src/store/documents.ts';
import { createExpiryStore, type DueDocument } from '../src/store/expiry-store.ts';
import type { PendingPosting } from '../src/store/pending.ts';
import { createPostingsStore } from '../src/store/postings-store.ts';
import { arrival, idOf, NOW } from './postings.ts';

export const LATER = new Date(NOW.getTime() + 1000);
export const MARKER = 'We use Unmistakable';
let harnesses = 0;
/**
 * Postings that expire, in collections of their own.
 * @param isLinking whether what waits to be linked keeps its text
 */
export const createExpiring = async (connection: Connection, isLinking = false) => {
  const documents = createDocuments(connection, `s${(harnesses += 1)}-`, silentLog(), true);
  await documents.ensureIndexes();
  let published = LATER;
  const store = createPostingsStore(documents, () => published);
  const expiry = createExpiryStore(documents, { isLinking });
  const waiting = async () => {
    const found: PendingPosting[] = [];
    for await (const batch of store.pending.read(1000)) found.push(...batch);
    return found;
  };
  return {
    ...{ documents, store, expiry, waiting },
    accept: (name: string, text = MARKER, now = NOW) => store.accept([arrival(name, text)], now),
    close: (name: string, now: Date) => createClose(documents)([idOf(name)], now, () => undefined),
    publish: async (now = LATER) => {
      published = now;
      await store.pending.clear(await waiting());
    },
    due: async (before = LATER, most = 1000) => {
      const found: DueDocument[] = [];
      for await (const batch of expiry.due('test', before, most)) found.push(...batch);
      return found;
    },
    expire: (those: DueDocument[]) => expiry.expire(those, factsOf, LATER),
    stored: (name: string) => documents.postings().findOne({ _id: idOf(name) }),
  };
};
export const idsOf = (postings: { _id: string }[]) => postings.map(({ _id }) => _id);
