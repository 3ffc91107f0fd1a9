import type { Documents } from './documents.ts';
import { engineCall } from './engine-call.ts';
import { newMark } from './pending.ts';
import { trailOf } from './trail.ts';

/** The outcome for ids that were to be republished: how many are pending now, and which ids are unknown. */
export type Marked = { pending: number; unknown: string[] };

const fields = { version: 1, pendingVersion: 1, retracted: 1, trail: 1 } as const;

/**
 * Marks postings pending at their present version, so that the relay publishes it once more. By compare-and-set: a
 * posting that gets a newer version meanwhile is pending at that one, and a pending one keeps its place.
 * @param which with `retracted` also retracted ones: their retraction is published again
 * @throws SkillstreamError `unavailable`
 */
export const createMarkPending =
  (documents: Documents, now = () => new Date()) =>
  (ids: string[], which: { retracted: boolean }): Promise<Marked> =>
    engineCall('Cannot mark postings', async () => {
      const filter = { _id: { $in: ids } };
      const read = documents.postings().find(filter, { projection: fields, batchSize: ids.length });
      const found = (await read.toArray()).filter(({ retracted }) => which.retracted || !retracted);
      const operations = found
        .filter(({ pendingVersion }) => pendingVersion === null)
        .map(({ _id, version, trail }) => ({
          updateOne: {
            filter: { _id, version, pendingVersion: null },
            update: {
              $set: {
                ...{ pendingVersion: version, pendingMark: newMark() },
                trail: { ...trailOf({ version, trail }), requeuedAt: now() },
              },
            },
          },
        }));
      if (operations.length > 0) await documents.postings().bulkWrite(operations, { ordered: false });
      const known = new Set(found.map(({ _id }) => _id));
      return { pending: known.size, unknown: ids.filter((id) => !known.has(id)) };
    });

export type MarkPending = ReturnType<typeof createMarkPending>;
