import { isDuplicateKey } from '@skillstream/errors';
import { DURABLE, databaseOf } from '@skillstream/mongo';
import type { Connection } from 'mongoose';
import type { RunStore, StoredRun } from '../../reconciliation/verify/run-store.ts';

/** `place` is "running", or the run's own id once it has ended: a unique index allows one that runs. */
type RunDocument = Omit<StoredRun, 'run'> & {
  _id: string;
  place: string;
  beganAt: Date;
  job: StoredRun['run'];
};

/** Number of verifications that are retained, */
export const MOST_RETAINED = 20;
/** and the time for which they are, since their start. */
const KEPT_SECONDS = 7 * 24 * 3600;

const RUNNING = 'running';
const storedOf = ({ job, owner, beatMs }: RunDocument): StoredRun => ({ run: job, owner, beatMs });

/** Stores the verifications of all replicas in MongoDB, a document each; the oldest are deleted. */
export const createVerificationStore = (connection: Connection, now: () => Date): RunStore => {
  const verifications = () => databaseOf(connection).collection<RunDocument>('verifications');
  let indexed: Promise<unknown> | null = null;
  const ensureIndexes = () => {
    indexed ??= Promise.all([
      verifications().createIndex({ place: 1 }, { name: 'place', unique: true }),
      verifications().createIndex({ beganAt: 1 }, { name: 'age', expireAfterSeconds: KEPT_SECONDS }),
    ]);
    indexed.catch(() => (indexed = null));
    return indexed;
  };
  const forgetOldest = async () => {
    const oldest = await verifications()
      .find({ place: { $ne: RUNNING } }, { projection: { _id: 1 } })
      .sort({ beganAt: -1 })
      .skip(MOST_RETAINED - 1)
      .toArray();
    if (oldest.length > 0) await verifications().deleteMany({ _id: { $in: oldest.map(({ _id }) => _id) } });
  };
  return {
    begin: async (stored) => {
      await ensureIndexes();
      await forgetOldest();
      try {
        const { run: job, ...more } = stored;
        const document = { _id: job.id, place: RUNNING, beganAt: now(), job, ...more };
        await verifications().insertOne(document, { writeConcern: DURABLE });
        return true;
      } catch (error) {
        if (isDuplicateKey(error)) return false;
        throw error;
      }
    },
    running: async () => {
      const found = await verifications().findOne({ place: RUNNING });
      return found && storedOf(found);
    },
    find: async (id) => {
      const found = await verifications().findOne({ _id: id });
      return found && storedOf(found);
    },
    update: async (run, beatMs, seenMs) => {
      const expected = { _id: run.id, place: RUNNING, ...(seenMs !== undefined && { beatMs: seenMs }) };
      const place = run.state === 'running' ? RUNNING : run.id;
      const updated = await verifications().updateOne(
        expected,
        { $set: { job: run, beatMs, place } },
        { writeConcern: DURABLE },
      );
      return updated.matchedCount === 1;
    },
  };
};
