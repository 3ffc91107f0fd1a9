import type { Documents, PostingDocument } from './documents.ts';
import { engineCall } from './engine-call.ts';
import { expiredAtOf } from './expired-at.ts';
import { newLinkMark } from './link-fields.ts';
import { newMark } from './pending.ts';
import { createSignatureReader } from './signature-reader.ts';
import { trailOf } from './trail.ts';

/**
 * The outcome for ids that were to be republished: how many are pending now, which are unknown, and which cannot be
 * published again because their text has expired.
 */
export type Marked = { pending: number; unknown: string[]; expired: string[] };

type Stored = Pick<PostingDocument, '_id' | 'source' | 'version'>;

const fields = { source: 1, version: 1, pendingVersion: 1, retracted: 1, expiredAt: 1, trail: 1 } as const;

/**
 * Marks postings pending at their present version, so that the relay publishes it once more. By compare-and-set: a
 * posting that gets a newer version meanwhile is pending at that one, and a pending one keeps its place. They are
 * linked again, too: what another release has done to a posting leaves no trace that linking could go by. So are
 * retracted ones of which linking was not told: their signature is to go, and another one of their job to count.
 * @param which with `retracted` also retracted ones: their retraction is published again
 * @throws SkillstreamError `unavailable`
 */
export const createMarkPending = (documents: Documents, now = () => new Date()) => {
  const signatures = createSignatureReader(documents);

  /** Has retracted postings linked, whether or not they are published again. */
  const linkRetracted = async (retracted: Stored[]): Promise<void> => {
    if (retracted.length === 0) return;
    const due = new Set(await signatures.notEnded(retracted.map(({ _id }) => _id)));
    const operations = retracted
      .filter(({ _id }) => due.has(_id))
      .map(({ _id, source, version }) => ({
        updateOne: { filter: { _id, version }, update: { $set: { linkMark: newLinkMark(source) } } },
      }));
    if (operations.length > 0) await documents.postings().bulkWrite(operations, { ordered: false });
  };

  return (ids: string[], which: { retracted: boolean }): Promise<Marked> =>
    engineCall('Cannot mark postings', async () => {
      const filter = { _id: { $in: ids } };
      const read = documents.postings().find(filter, { projection: fields, batchSize: ids.length });
      const stored = await read.toArray();
      // A tombstone published once more would change nothing, and its text is gone.
      const expired = stored.filter(expiredAtOf).map(({ _id }) => _id);
      const found = stored.filter((one) => !expiredAtOf(one) && (which.retracted || !one.retracted));
      const operations = found
        .filter(({ pendingVersion }) => pendingVersion === null)
        .map(({ _id, source, version, trail }) => ({
          updateOne: {
            filter: { _id, version, pendingVersion: null },
            update: {
              $set: {
                ...{ pendingVersion: version, pendingMark: newMark(), linkMark: newLinkMark(source) },
                trail: { ...trailOf({ version, trail }), requeuedAt: now() },
              },
            },
          },
        }));
      if (operations.length > 0) await documents.postings().bulkWrite(operations, { ordered: false });
      await linkRetracted(stored.filter(({ retracted }) => retracted));
      const known = new Set([...found.map(({ _id }) => _id), ...expired]);
      return { pending: found.length, unknown: ids.filter((id) => !known.has(id)), expired };
    });
};

export type MarkPending = ReturnType<typeof createMarkPending>;
