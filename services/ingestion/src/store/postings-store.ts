import { createAccept } from './accept.ts';
import type { Documents } from './documents.ts';
import { engineCall } from './engine-call.ts';
import { createReadLedger, createReadSources } from './ledger.ts';
import { createPending } from './pending.ts';
import { createRetract } from './retract.ts';

/** Everything that ingestion stores about postings. */
export const createPostingsStore = (documents: Documents, now = () => new Date()) => ({
  accept: createAccept(documents),
  retract: createRetract(documents),
  pending: createPending(documents, now),
  readLedger: createReadLedger(documents),
  readSources: createReadSources(documents),
  /** The posting at its latest version; null when it is unknown. */
  find: (id: string) => engineCall('Cannot read a posting', () => documents.postings().findOne({ _id: id })),
});

export type PostingsStore = ReturnType<typeof createPostingsStore>;
