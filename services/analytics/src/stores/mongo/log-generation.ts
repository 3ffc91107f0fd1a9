import { isDuplicateKey } from '@skillstream/errors';
import { DURABLE, databaseOf } from '@skillstream/mongo';
import type { Connection } from 'mongoose';

type GenerationDocument = { _id: string; log: string; generation: number; startedAt: Date; reason: string };

/** The log that the projections are built from; part of the version of the views and of the facts' collection. */
export type Generation = { log: string; generation: number };

/**
 * Numbers the logs that a topic has had. Another cluster, another number of partitions, a shorter log or too long a
 * pause begins a new generation: projections start over under a new name instead of skipping records silently.
 */
export const createLogGeneration = (connection: Connection, topic: string, now: () => Date) => {
  const documents = () => databaseOf(connection).collection<GenerationDocument>('log_generations');
  const find = async (): Promise<Generation | null> => {
    const found = await documents().findOne({ _id: topic });
    return found && { log: found.log, generation: found.generation };
  };
  const present = async (): Promise<(Generation & { beganMs: number }) | null> => {
    const found = await documents().findOne({ _id: topic });
    return found && { log: found.log, generation: found.generation, beganMs: found.startedAt.getTime() };
  };
  const next = async (from: Generation | null, log: string, reason: string): Promise<Generation> => {
    const generation = (from?.generation ?? 0) + 1;
    const document = { log, generation, startedAt: now(), reason };
    await documents()
      .updateOne(
        { _id: topic, ...(from ? { generation: from.generation } : {}) },
        from ? { $set: document } : { $setOnInsert: document },
        { upsert: from === null, writeConcern: DURABLE },
      )
      // Another replica was faster: its generation is the current one.
      .catch((error: unknown) => {
        if (!isDuplicateKey(error)) throw error;
      });
    return (await find())!;
  };
  return {
    /** Whether the database has a log. */
    hasAny: async (): Promise<boolean> => (await documents().findOne({})) !== null,
    /** The current generation, and since when; null before the first. Does not begin one. */
    present,
    /** The current generation for this log; begins one when there is none or the log is another. */
    forLog: async (log: string): Promise<Generation> => {
      const found = await find();
      if (found?.log === log) return found;
      return next(found, log, found ? `the log is ${log}, not ${found.log}` : 'first start');
    },
    /** Begins a new generation after this one; of concurrent calls only one does. */
    startOver: (from: Generation, reason: string): Promise<Generation> => next(from, from.log, reason),
  };
};

export type LogGeneration = ReturnType<typeof createLogGeneration>;
