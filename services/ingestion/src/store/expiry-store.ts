import { isDuplicateKey } from '@skillstream/errors';
import type { Documents, PostingDocument } from './documents.ts';
import { engineCall } from './engine-call.ts';
import { expiredAtOf } from './expired-at.ts';
import { expiredFields } from './expired-fields.ts';
import { newLinkMark } from './link-fields.ts';
import { newMark } from './pending.ts';
import { tombstoneAgainAt } from './tombstone-again.ts';
import { trailOf } from './trail.ts';

/** A posting whose text is older than it is kept, as it was read. */
export type DueDocument = Pick<
  PostingDocument,
  '_id' | 'source' | 'version' | 'pendingVersion' | 'retracted' | 'posting' | 'trail' | 'expiredAt'
>;

const projection = {
  ...{ source: 1, version: 1, pendingVersion: 1, retracted: 1, posting: 1, trail: 1, expiredAt: 1 },
} as const;
/** A posting with a tombstone to be published again. */
type AgainDocument = Pick<
  PostingDocument,
  '_id' | 'version' | 'tombstoneAgainAt' | 'retracted' | 'expiredAt' | 'trail'
>;
const againProjection = { version: 1, tombstoneAgainAt: 1, retracted: 1, expiredAt: 1, trail: 1 } as const;
const BATCH = 50;
const ID = 'retention';

/**
 * Text that has expired, as far as it is stored in the postings. All calls throw `unavailable`.
 * @param isLinking whether what waits to be linked keeps its text until it is: of an expired posting nothing can be
 *   published any more, so it would count for good as it did before
 */
export const createExpiryStore = (documents: Documents, { isLinking }: { isLinking: boolean }) => {
  const { byAge, byAgain } = documents;
  // Those that are pending are on their way, and are looked at again when they are in the log.
  const dueOf = (source: string, before: Date) => ({
    ...{ source, retracted: false, expiredAt: null, updatedAt: { $lt: before } },
  });

  const settled = { pendingVersion: null, ...(isLinking && { linkMark: null, linkRules: { $gt: 0 } }) };

  /** Batches of a source's postings whose text was received before a time, the oldest first. */
  async function* due(source: string, before: Date, most: number): AsyncGenerator<DueDocument[]> {
    const cursor = await engineCall('Cannot search for expired text', async () =>
      documents
        .postings()
        .find<DueDocument>(
          { ...dueOf(source, before), ...settled },
          { projection, hint: byAge, sort: { updatedAt: 1 }, limit: most, batchSize: BATCH },
        ),
    );
    try {
      while (await engineCall('Cannot read expired text', () => cursor.hasNext()))
        yield cursor.readBufferedDocuments();
    } finally {
      await cursor.close();
    }
  }

  return {
    due,
    /** Counts up to a limit. */
    countDue: (source: string, before: Date, limit: number): Promise<number> =>
      engineCall('Cannot count expired text', () =>
        documents.postings().countDocuments(dueOf(source, before), { hint: byAge, limit }),
      ),
    /**
     * Removes texts, each in one write with the mark by which the outbox publishes the tombstone. By compare-and-set:
     * a posting that has another version by now, or waits to be published or linked, stays as it is.
     * @param factsOf what is left of a posting, as JSON
     * @returns how many have expired by it
     */
    expire: (
      postings: readonly DueDocument[],
      factsOf: (posting: Buffer) => Buffer,
      now: Date,
    ): Promise<number> =>
      engineCall('Cannot remove expired text', async () => {
        const operations = postings.flatMap(({ _id, source, version, posting }) =>
          posting === null
            ? []
            : [
                {
                  updateOne: {
                    filter: { _id, version, ...settled, retracted: false, expiredAt: null },
                    update: {
                      $set: {
                        ...expiredFields(factsOf(posting), now),
                        tombstoneAgainAt: tombstoneAgainAt(now),
                        linkMark: newLinkMark(source),
                        ...{ pendingVersion: version, pendingMark: newMark() },
                      },
                    },
                  },
                },
              ],
        );
        if (operations.length === 0) return 0;
        return (await documents.postings().bulkWrite(operations, { ordered: false })).modifiedCount;
      }),
    /**
     * Puts tombstones into the outbox for the second time, those whose time has come; each by compare-and-set. Of a
     * posting that was sent again meanwhile it is the present version, which closes the segment as well.
     * @returns how many there were, `most` at the most
     */
    repeatTombstones: (now: Date, most: number): Promise<number> =>
      engineCall('Cannot repeat tombstones', async () => {
        const due = documents
          .postings()
          .find({ tombstoneAgainAt: { $gt: new Date(0), $lt: now } }, { hint: byAgain, limit: most })
          .project<AgainDocument>(againProjection);
        const found = await due.toArray();
        const operations = found.map((one) => {
          const { _id, version, tombstoneAgainAt } = one;
          // A repeat, whose age says nothing; the tombstone of expired text has none.
          const trail = expiredAtOf(one) ? undefined : { ...trailOf(one), requeuedAt: now };
          return {
            updateOne: {
              filter: { _id, version, pendingVersion: null, tombstoneAgainAt: tombstoneAgainAt! },
              update: {
                $set: { pendingVersion: version, pendingMark: newMark(), ...(trail && { trail }) },
                $unset: { tombstoneAgainAt: '' as const },
              },
            },
          };
        });
        if (operations.length > 0) await documents.postings().bulkWrite(operations, { ordered: false });
        return found.length;
      }),
    /** Since when retention is on: stored by the first replica that asks, and never changed. */
    since: (now: Date): Promise<Date> =>
      engineCall('Cannot read since when postings expire', async () => {
        const known = await documents.retention().findOne({ _id: ID });
        if (known) return known.since;
        try {
          await documents.retention().insertOne({ _id: ID, since: now });
          return now;
        } catch (error) {
          if (!isDuplicateKey(error)) throw error;
          return (await documents.retention().findOne({ _id: ID }))!.since;
        }
      }),
  };
};

export type ExpiryStore = ReturnType<typeof createExpiryStore>;
