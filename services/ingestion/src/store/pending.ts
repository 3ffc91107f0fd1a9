import type { Documents, PostingDocument } from './documents.ts';
import { engineCall } from './engine-call.ts';

/** A posting whose latest version is not in the log yet. */
export type PendingPosting = PostingDocument & { pendingVersion: number };
export type PublishedVersion = { postingId: string; version: number };

const isPending = (document: PostingDocument): document is PendingPosting => document.pendingVersion !== null;

/** The outbox, as far as it stands in the postings themselves. All calls throw `unavailable`. */
export const createPending = (documents: Documents) => ({
  /** Ids of all pending postings; searches without the primary key, so this is for the sweep alone. */
  ids: (): Promise<string[]> =>
    engineCall('Cannot search for pending postings', async () => {
      const found = documents
        .postings()
        .find(documents.pending, { projection: { _id: 1 }, batchSize: 10_000 });
      return (await found.toArray()).map(({ _id }) => _id);
    }),
  /** Those of the ids that are pending, at their latest version. */
  read: (ids: string[]): Promise<PendingPosting[]> =>
    engineCall('Cannot read pending postings', async () => {
      const found = documents.postings().find({ _id: { $in: ids } }, { batchSize: ids.length });
      return (await found.toArray()).filter(isPending);
    }),
  /** Says that the log has these versions; a posting that has a newer one by now stays pending. */
  clear: (published: PublishedVersion[]): Promise<void> =>
    engineCall('Cannot clear pending postings', async () => {
      const operations = published.map(({ postingId, version }) => ({
        updateOne: {
          filter: { _id: postingId, pendingVersion: version },
          update: { $set: { pendingVersion: null } },
        },
      }));
      await documents.postings().bulkWrite(operations, { ordered: false });
    }),
});

export type Pending = ReturnType<typeof createPending>;
