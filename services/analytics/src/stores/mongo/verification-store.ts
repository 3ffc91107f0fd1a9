import { isDuplicateKey } from '@skillstream/errors';
import { DURABLE, databaseOf } from '@skillstream/runtime';
import type { Connection } from 'mongoose';
import type { RunStore, StoredRun } from '../../reconciliation/verify/run-store.ts';

/** `place` is "running", or the job's own id once it has ended: a unique index allows one running job. */
type RunDocument = StoredRun & { _id: string; place: string; beganAt: Date };

/** Number of verifications that are retained, */
export const MOST_RETAINED = 20;
/** and the time for which they are, since their start. */
const KEPT_SECONDS = 7 * 24 * 3600;

const RUNNING = 'running';
const storedOf = ({ job, owner, beatMs }: RunDocument): StoredRun => ({ job, owner, beatMs });

/** Stores the verifications of all replicas in MongoDB, a document each; the oldest are deleted. */
export const createVerificationStore = (connection: Connection, now: () => Date): RunStore => {
  const jobs = () => databaseOf(connection).collection<RunDocument>('verifications');
  let indexed: Promise<unknown> | null = null;
  const ensureIndexes = () => {
    indexed ??= Promise.all([
      jobs().createIndex({ place: 1 }, { name: 'place', unique: true }),
      jobs().createIndex({ beganAt: 1 }, { name: 'age', expireAfterSeconds: KEPT_SECONDS }),
    ]);
    indexed.catch(() => (indexed = null));
    return indexed;
  };
  const forgetOldest = async () => {
    const oldest = await jobs()
      .find({ place: { $ne: RUNNING } }, { projection: { _id: 1 } })
      .sort({ beganAt: -1 })
      .skip(MOST_RETAINED - 1)
      .toArray();
    if (oldest.length > 0) await jobs().deleteMany({ _id: { $in: oldest.map(({ _id }) => _id) } });
  };
  return {
    begin: async (stored) => {
      await ensureIndexes();
      await forgetOldest();
      try {
        const document = { _id: stored.job.id, place: RUNNING, beganAt: now(), ...stored };
        await jobs().insertOne(document, { writeConcern: DURABLE });
        return true;
      } catch (error) {
        if (isDuplicateKey(error)) return false;
        throw error;
      }
    },
    running: async () => {
      const found = await jobs().findOne({ place: RUNNING });
      return found && storedOf(found);
    },
    find: async (id) => {
      const found = await jobs().findOne({ _id: id });
      return found && storedOf(found);
    },
    update: async (job, beatMs, seenMs) => {
      const expected = { _id: job.id, place: RUNNING, ...(seenMs !== undefined && { beatMs: seenMs }) };
      const place = job.state === 'running' ? RUNNING : job.id;
      const updated = await jobs().updateOne(
        expected,
        { $set: { job, beatMs, place } },
        { writeConcern: DURABLE },
      );
      return updated.matchedCount === 1;
    },
  };
};
