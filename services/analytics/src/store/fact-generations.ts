import { databaseOf } from '@skillstream/runtime';
import type { Connection } from 'mongoose';

const NAMESPACE_NOT_FOUND = 26;
// The stand-in gives no code.
const isMissing = (error: unknown): boolean =>
  error instanceof Error &&
  (('code' in error && error.code === NAMESPACE_NOT_FOUND) || /\bns not found\b/.test(error.message));

/** The generations of the facts that there are in MongoDB. */
export const createFactGenerations = (connection: Connection) => ({
  /** Each generation, with when an owner last looked at a partition of it. */
  find: async (): Promise<{ generation: number; seenMs: number }[]> => {
    const db = databaseOf(connection);
    const names = (await db.listCollections({}, { nameOnly: true }).toArray()).map(({ name }) => name);
    const numbers = names.flatMap((name) => /^(?:facts|fact_positions)_(\d+)$/.exec(name)?.[1] ?? []);
    return Promise.all(
      [...new Set(numbers.map(Number))].map(async (generation) => {
        const marks = await db
          .collection<{ seenMs: number }>(`fact_positions_${generation}`)
          .find({}, { projection: { seenMs: 1 } })
          .toArray();
        return { generation, seenMs: Math.max(0, ...marks.map(({ seenMs }) => seenMs)) };
      }),
    );
  },
  /** Positions first: an owner that there is after all begins at the beginning, and trusts no facts that are gone. */
  drop: async (generation: number): Promise<void> => {
    for (const name of [`fact_positions_${generation}`, `facts_${generation}`])
      await databaseOf(connection)
        .dropCollection(name)
        .catch((error: unknown) => {
          if (!isMissing(error)) throw error;
        });
  },
});
