import { mongo } from 'mongoose';
import type { Documents, PostingDocument } from './documents.ts';
import { engineCall } from './engine-call.ts';
import { expiredAtOf } from './expired-at.ts';
import { tombstoneAgainAt } from './tombstone-again.ts';
import { trailOf, type Published } from './trail.ts';

/** A posting whose latest version is not in the log yet. */
export type PendingPosting = PostingDocument & { pendingVersion: number };
/** The number of pending postings, up to a limit, and since when the oldest is pending; null when there is none. */
export type Waiting = { count: number; oldest: Date | null };

/** A place at the end of the queue of pending postings; unique to this mark. */
export const newMark = (): mongo.ObjectId => new mongo.ObjectId();

/**
 * The mark of a version that is about to be pending. A posting that is already pending keeps its place; otherwise one
 * that changes again and again would always be the last.
 * @param present the posting as it is now, null for a new one
 */
export const markAfter = (
  present: Pick<PostingDocument, 'pendingVersion' | 'pendingMark'> | null,
): mongo.ObjectId => (present?.pendingVersion ? present.pendingMark : null) ?? newMark();

// A batch is read while a page is sent, and takes some megabytes even where each posting has 200 KB.
const BATCH = 50;

/**
 * A tombstone, or what was sent in its place, is repeated a day after it was published: it may have waited for an
 * engine for hours.
 */
const againAfter = (one: PendingPosting, now: Date): { tombstoneAgainAt?: Date } =>
  one.tombstoneAgainAt ? { tombstoneAgainAt: tombstoneAgainAt(now) } : {};

/** The outbox, as far as it is stored in the postings themselves. All calls throw `unavailable`. */
export const createPending = (documents: Documents, now = () => new Date()) => {
  const { pending, inOrder } = documents;

  /** Batches of pending postings, oldest first; each is as current as the time when it is read. */
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
     * Clears versions that are in the log. The version in the filter leaves a newer one pending, and the mark a later
     * request for the same version; null matches documents of the previous release, which have no mark.
     * @param publicationOf where the record of one is, by its index in the list: stored in the same write
     */
    clear: (
      published: readonly PendingPosting[],
      publicationOf: (index: number) => Published | undefined = () => undefined,
    ): Promise<void> =>
      engineCall('Cannot clear pending postings', async () => {
        const operations = published.map((one, index) => {
          const { _id, pendingVersion, pendingMark, trail } = one;
          // The trail goes on to say where the text was published, not the tombstone that took it away.
          const publication = expiredAtOf(one) ? undefined : publicationOf(index);
          const known = trailOf({ version: pendingVersion, trail });
          return {
            updateOne: {
              filter: { _id, pendingVersion, pendingMark: pendingMark ?? null },
              update: {
                $set: {
                  ...{ pendingVersion: null, pendingMark: null, ...againAfter(one, now()) },
                  ...(publication && { trail: { ...known, published: publication } }),
                },
              },
            },
          };
        });
        await documents.postings().bulkWrite(operations, { ordered: false });
      }),
    /** Examines no more documents than the limit. */
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
