import type { mongo } from 'mongoose';
import type { Documents, PostingDocument } from './documents.ts';
import { engineCall } from './engine-call.ts';
import { LINK_RULES, newLinkMark } from './link-fields.ts';
import { newMark } from './pending.ts';

/** A posting that waits to be linked. */
export type DueToLink = PostingDocument & { linkMark: mongo.ObjectId };

/** A posting that is linked: the marks of which it may have one, and whether its own job was looked for. */
export type Linked = { id: string; marks: DueToLink['linkMark'][]; isOfPage: boolean };

const BATCH = 50;
/** Values and no range, since these an index finds beside null; the stand-in for MongoDB would read all postings. */
const UNMARKED: mongo.Filter<PostingDocument> = {
  linkRules: { $in: [null as never, ...Array(LINK_RULES).keys()] },
};

/** The postings that wait to be linked, as far as that is stored in them. All calls throw `unavailable`. */
export const createLinkQueue = (documents: Documents) => {
  const { toLink, inLinkOrder } = documents;

  /** Batches of what waits of sources behind one: source by source, and of each the longest waiting first. */
  async function* due(after: string, most: number): AsyncGenerator<DueToLink[]> {
    const filter = { ...toLink, source: { $gt: after } };
    const cursor = await engineCall('Cannot search for postings to link', async () =>
      documents.postings().find<DueToLink>(filter, { ...inLinkOrder, limit: most, batchSize: BATCH }),
    );
    try {
      while (await engineCall('Cannot read postings to link', () => cursor.hasNext()))
        yield cursor.readBufferedDocuments();
    } finally {
      await cursor.close();
    }
  }

  return {
    due,
    /** Counts up to a limit. */
    waiting: (limit: number): Promise<number> =>
      engineCall('Cannot count postings to link', () =>
        documents.postings().countDocuments(toLink, { limit, hint: inLinkOrder.hint }),
      ),
    /**
     * Those that have changed since they were read have another mark, and stay. The others have the number of the
     * rules that linked them, which may be lower than that of the replica that accepted them: they are due again then.
     */
    clear: (linked: readonly Linked[]): Promise<void> =>
      engineCall('Cannot say that postings are linked', async () => {
        const operations = linked.map(({ id, marks, isOfPage }) => ({
          updateOne: {
            filter: { _id: id, linkMark: { $in: marks } },
            update: { $set: { linkMark: null, ...(isOfPage && { linkRules: LINK_RULES }) } },
          },
        }));
        if (operations.length > 0) await documents.postings().bulkWrite(operations, { ordered: false });
      }),
    /**
     * Gives a posting a new mark, also where it has that of somebody else, who may clear it at any time.
     * @returns the mark, and the one that it had
     */
    renew: (id: string) =>
      engineCall('Cannot mark a posting to link', async () => {
        const mark = newMark();
        const known = await documents
          .postings()
          .findOneAndUpdate({ _id: id }, { $set: { linkMark: mark } }, { projection: { linkMark: 1 } });
        return { mark, over: known?.linkMark ?? null };
      }),
    /** Has postings linked again, whatever has become of them. */
    mark: (ids: string[]): Promise<void> =>
      engineCall('Cannot mark postings to link', async () => {
        if (ids.length === 0) return;
        await documents.postings().updateMany({ _id: { $in: ids } }, { $set: { linkMark: newMark() } });
      }),
    /**
     * Marks postings that were linked by other rules, or by none: those that a release without linking wrote, before
     * an upgrade, during one, or after going back. Each is replaced as a whole, unless it has changed.
     * @returns how many were found
     */
    markOld: (most: number): Promise<number> =>
      engineCall('Cannot mark postings to link', async () => {
        const found = await documents.postings().find(UNMARKED, { limit: most, batchSize: BATCH }).toArray();
        const operations = found.map((present) => {
          const { _id, version, pendingVersion, pendingMark, source, retracted } = present;
          const { job = null, primary = null } = present;
          // Every other writer changes one of these, but for what lets a text expire, which must not come back, and
          // for what has retractions linked.
          const [expiredAt, linkMark] = [present.expiredAt ?? null, present.linkMark ?? null];
          const known = { _id, version, pendingVersion, pendingMark: pendingMark ?? null };
          const filter = { ...known, expiredAt, linkMark };
          // Of a retracted one without a job one that waits is due still: it may have a signature that is to go.
          const mark = retracted && job === null ? linkMark : newLinkMark(source);
          const fields = { job, primary, linkMark: mark, linkRules: LINK_RULES };
          return { replaceOne: { filter, replacement: { ...present, ...fields } } };
        });
        if (operations.length > 0) await documents.postings().bulkWrite(operations, { ordered: false });
        return found.length;
      }),
  };
};

export type LinkQueue = ReturnType<typeof createLinkQueue>;
