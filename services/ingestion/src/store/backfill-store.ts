import { isDuplicateKey } from '@skillstream/errors';
import type { BackfillRun, BackfillStore } from '../backfill/backfill.ts';
import type { Documents, RetagDocument } from './documents.ts';
import { engineCall } from './engine-call.ts';
import { createMarkPending } from './mark-pending.ts';

const ID = 'retag';

/** The backfill's run as a document beside the postings. All calls throw `unavailable`. */
export const createBackfillStore = (documents: Documents) => {
  const read = () => engineCall('Cannot read the re-tagging', () => documents.retag().findOne({ _id: ID }));

  /** Starts a run, or joins the one in progress. @returns it, and whether it is new */
  const begin = (runId: string, now: Date): Promise<{ run: RetagDocument; begun: boolean }> =>
    engineCall('Cannot begin the re-tagging', async () => {
      const present = await documents.retag().findOne({ _id: ID });
      if (present && present.finishedAt === null) return { run: present, begun: false };
      const total = await documents.postings().countDocuments();
      const run: RetagDocument = {
        _id: ID,
        runId,
        startedAt: now,
        finishedAt: null,
        total,
        done: 0,
        after: null,
      };
      if (present) {
        const replaced = await documents.retag().replaceOne({ _id: ID, runId: present.runId }, run);
        return replaced.matchedCount === 0 ? begin(runId, now) : { run, begun: true };
      }
      try {
        await documents.retag().insertOne(run);
        return { run, begun: true };
      } catch (error) {
        // Of several first runs one begins, and the others join it.
        if (isDuplicateKey(error)) return begin(runId, now);
        throw error;
      }
    });

  const idsAfter = (after: string | null, most: number): Promise<string[]> =>
    engineCall('Cannot list postings', async () => {
      const found = documents
        .postings()
        .find(after === null ? {} : { _id: { $gt: after } }, { projection: { _id: 1 } })
        .sort({ _id: 1 })
        .limit(most);
      return (await found.toArray()).map(({ _id }) => _id);
    });

  const mark = createMarkPending(documents);
  const markPending = async (ids: string[]): Promise<number> =>
    (await mark(ids, { retracted: false })).expired.length;

  const advance = (run: BackfillRun, changes: object): Promise<void> =>
    engineCall('Cannot move the re-tagging on', async () => {
      const { runId, after } = run;
      await documents.retag().updateOne({ _id: ID, runId, after }, { $set: changes });
    });

  return { read, begin, idsAfter, markPending, advance } satisfies BackfillStore & { begin: typeof begin };
};
