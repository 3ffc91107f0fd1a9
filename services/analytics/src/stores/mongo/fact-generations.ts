import { databaseOf } from '@skillstream/mongo';
import type { Connection } from 'mongoose';

const NAMESPACE_NOT_FOUND = 26;
// The stand-in for MongoDB gives no code.
const isMissing = (error: unknown): boolean =>
  error instanceof Error &&
  (('code' in error && error.code === NAMESPACE_NOT_FOUND) || /\bns not found\b/.test(error.message));

/** Lists and deletes generations of facts in MongoDB. */
export const createFactGenerations = (connection: Connection) => ({
  /** Each generation, with the time of the last read of one of its partitions by an owner. */
  find: async (): Promise<{ generation: number; seenMs: number }[]> => {
    const db = databaseOf(connection);
    const names = (await db.listCollections({}, { nameOnly: true }).toArray()).map(({ name }) => name);
    const numbers = names.flatMap((name) => /^(?:facts|fact_positions)_(\d+)$/.exec(name)?.[1] ?? []);
    return Promise.all(
      [...new Set(numbers.map(Number))].map(async (generation) => {
        const checkpoints = await db
          .collection<{ seenMs: number }>(`fact_positions_${generation}`)
          .find({}, { projection: { seenMs: 1 } })
          .toArray();
        return { generation, seenMs: Math.max(0, ...checkpoints.map(({ seenMs }) => seenMs)) };
      }),
    );
  },
  /**
   * Deletes positions first: an owner that still exists restarts from the beginning, and does not rely on deleted
   * facts.
   */
  drop: async (generation: number): Promise<void> => {
    for (const name of [`fact_positions_${generation}`, `facts_${generation}`])
      await databaseOf(connection)
        .dropCollection(name)
        .catch((error: unknown) => {
          if (!isMissing(error)) throw error;
        });
  },
});
