import { DURABLE, databaseOf } from '@skillstream/runtime';
import type { Connection } from 'mongoose';
import { upsertGuarded } from './duplicates.ts';
import type { DeadLetter, DeadPosting, Death } from '../../reconciliation/row/dead-letter-counts.ts';

/** One dead-lettered posting, or one record without a posting (`version` 0), in one dead-letter partition. */
type LetterDocument = {
  _id: string;
  at: string;
  identity: string;
  version: number;
  posting: DeadPosting | null;
  death?: Death;
};
type PositionDocument = { _id: string; position: number };

const PAGE = 1000;
const documentOf = (at: string, { identity, posting, death }: DeadLetter): LetterDocument => ({
  _id: posting ? `${at} ${posting.postingId}` : `${at}#${identity}`,
  ...{ at, identity, posting, version: posting?.version ?? 0 },
  ...(posting && death && { death }),
});

/**
 * Stores what was read of the dead letters in MongoDB, so that a start resumes where the last one ended. Every replica
 * reads all of them and writes the same: the newest of each posting wins, whichever replica wrote it and how often,
 * and a position only grows, and only after everything before it is stored.
 */
export const createDeadLetterStore = (connection: Connection) => {
  const letters = () => databaseOf(connection).collection<LetterDocument>('dead_letters');
  const positions = () => databaseOf(connection).collection<PositionDocument>('dead_letter_positions');
  let indexed: Promise<unknown> | null = null;
  const ensureIndex = () => {
    indexed ??= letters().createIndex({ at: 1 }, { name: 'at' });
    indexed.catch(() => (indexed = null));
    return indexed;
  };
  return {
    /** What was read of a partition, and its last offset; -1 when nothing was. */
    load: async (at: string): Promise<{ position: number; letters: DeadLetter[] }> => {
      await ensureIndex();
      const position = (await positions().findOne({ _id: at }))?.position ?? -1;
      const found = await letters().find({ at }, { batchSize: PAGE }).toArray();
      return { position, letters: found.map(({ identity, posting }) => ({ identity, posting })) };
    },
    save: async (at: string, taken: DeadLetter[], position: number): Promise<void> => {
      const documents = taken.map((letter) => documentOf(at, letter));
      const operations = documents.map((document) => ({
        replaceOne: {
          filter: { _id: document._id, version: { $lt: document.version } },
          replacement: document,
          upsert: true,
        },
      }));
      for (let from = 0; from < operations.length; from += PAGE)
        await upsertGuarded(() =>
          letters().bulkWrite(operations.slice(from, from + PAGE), { ordered: false, writeConcern: DURABLE }),
        );
      await positions().updateOne(
        { _id: at },
        { $max: { position } },
        { upsert: true, writeConcern: DURABLE },
      );
    },
    /** The newest dead letter of a posting in each of these partitions, with what is known of its death. */
    ofPosting: async (ats: readonly string[], postingId: string): Promise<DeadLetter[]> => {
      const _id = { $in: ats.map((at) => `${at} ${postingId}`) };
      const found = await letters().find({ _id }).toArray();
      return found.map(({ identity, posting, death }) => ({ identity, posting, death }));
    },
    /** Deletes a partition, the position first: what is read again is written again. */
    forget: async (at: string): Promise<void> => {
      await positions().deleteOne({ _id: at }, { writeConcern: DURABLE });
      await letters().deleteMany({ at });
    },
  };
};

export type DeadLetterStore = ReturnType<typeof createDeadLetterStore>;
