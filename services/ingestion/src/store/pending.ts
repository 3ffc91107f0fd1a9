import { mongo } from 'mongoose';
import type { Documents, PostingDocument } from './documents.ts';
import { engineCall } from './engine-call.ts';

/** A posting whose latest version is not in the log yet. */
export type PendingPosting = PostingDocument & { pendingVersion: number };
/** Of what waits the number, up to a limit, and since when the first does; null when nothing waits. */
export type Waiting = { count: number; oldest: Date | null };

/** A place at the end of the row of what waits to be published; no other wish ever has it. */
export const newMark = (): mongo.ObjectId => new mongo.ObjectId();

/**
 * The mark of a version that is about to wait for the relay. A posting that waits already keeps its place, else one
 * that changes again and again would always be the last.
 * @param present the posting as it stands now, null for a new one
 */
export const markAfter = (
  present: Pick<PostingDocument, 'pendingVersion' | 'pendingMark'> | null,
): mongo.ObjectId => (present?.pendingVersion ? present.pendingMark : null) ?? newMark();

// A batch is read while a page is sent, and weighs some megabytes even where each posting has 200 KB.
const BATCH = 50;

/** The outbox, as far as it stands in the postings themselves. All calls throw `unavailable`. */
export const createPending = (documents: Documents) => {
  const { pending, inOrder } = documents;

  /** Batches of what waits, in the order in which it came, the oldest first; each as new as the moment it is read. */
  async function* read(most: number): AsyncGenerator<PendingPosting[]> {
    const cursor = await engineCall('Cannot search for pending postings', async () =>
      documents.postings().find<PendingPosting>(pending, { ...inOrder, limit: most, batchSize: BATCH }),
    );
    try {
      while (await engineCall('Cannot read pending postings', () => cursor.hasNext()))
        yield cursor.readBufferedDocuments();
    } finally {
      await cursor.close();
    }
  }

  return {
    read,
    /**
     * Says that the log has these versions. The version in the filter leaves a newer one pending, the mark a wish
     * for the same version that came after; where a document of the release before has no mark, null fits it.
     */
    clear: (published: readonly PendingPosting[]): Promise<void> =>
      engineCall('Cannot clear pending postings', async () => {
        const operations = published.map(({ _id, pendingVersion, pendingMark }) => ({
          updateOne: {
            filter: { _id, pendingVersion, pendingMark: pendingMark ?? null },
            update: { $set: { pendingVersion: null, pendingMark: null } },
          },
        }));
        await documents.postings().bulkWrite(operations, { ordered: false });
      }),
    /** Looks at no more than the limit. */
    waiting: (limit: number): Promise<Waiting> =>
      engineCall('Cannot count pending postings', async () => {
        const fields = { projection: { pendingMark: 1, updatedAt: 1 } };
        const oldest = await documents.postings().findOne(pending, { ...inOrder, ...fields });
        if (oldest === null) return { count: 0, oldest: null };
        const count = await documents.postings().countDocuments(pending, { limit, hint: inOrder.hint });
        return { count, oldest: oldest.pendingMark?.getTimestamp() ?? oldest.updatedAt };
      }),
  };
};

export type Pending = ReturnType<typeof createPending>;
