import { DURABLE, databaseOf } from '@skillstream/mongo';
import type { Connection } from 'mongoose';
import { upsertGuarded } from './upsert-guarded.ts';
import type { DeadLetter, DeadPosting, Death } from '../../reconciliation/row/dead-letter-counts.ts';
import { isMisread } from './misread-letter.ts';

/** One dead-lettered posting, or one record without a posting (`version` 0), in one dead-letter partition. */
type LetterDocument = {
  _id: string;
  at: string;
  identity: string;
  version: number;
  posting: DeadPosting | null;
  death?: Death;
  /** Of records without a posting: read by a release that knows keys and tombstones of letters. */
  knowsKeys?: true;
};
/** What is stored of a partition. */
type LoadedLetters = { position: number; letters: DeadLetter[]; misread: DeadLetter[] };
type PositionDocument = { _id: string; position: number };

const PAGE = 1000;
const idOf = (at: string, { identity, posting }: DeadLetter): string =>
  posting ? `${at} ${posting.postingId}` : `${at}#${identity}`;
const documentOf = (at: string, letter: DeadLetter): LetterDocument => {
  const { identity, posting, death } = letter;
  return {
    _id: idOf(at, letter),
    ...{ at, identity, posting, version: posting?.version ?? 0 },
    ...(posting ? death && { death } : { knowsKeys: true }),
  };
};

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
    indexed ??= Promise.all([
      letters().createIndex({ at: 1 }, { name: 'at' }),
      letters().createIndex({ identity: 1 }, { name: 'identity' }),
    ]);
    indexed.catch(() => (indexed = null));
    return indexed;
  };
  return {
    /**
     * What was read of a partition, and its last offset; -1 when nothing was.
     * @param topic of the partition
     * @returns `misread`: what is no letter, but was stored as one by an earlier release, which had read it beside
     *   this one during an upgrade
     */
    load: async (at: string, topic: string): Promise<LoadedLetters> => {
      await ensureIndex();
      const position = (await positions().findOne({ _id: at }))?.position ?? -1;
      const found = await letters().find({ at }, { batchSize: PAGE }).toArray();
      const [known, misread]: [DeadLetter[], DeadLetter[]] = [[], []];
      for (const { identity, posting, knowsKeys } of found)
        (!knowsKeys && isMisread({ identity, posting }, topic) ? misread : known).push({ identity, posting });
      return { position, letters: known, misread };
    },
    /** Ends what an earlier release misread, once the partition was read anew. @param seen those that are letters */
    settle: async (at: string, misread: readonly DeadLetter[], seen: ReadonlySet<string>): Promise<void> => {
      for (let from = 0; from < misread.length; from += PAGE) {
        const page = misread.slice(from, from + PAGE);
        const ids = (letters: DeadLetter[]) => ({ $in: letters.map((one) => idOf(at, one)) });
        const [known, gone] = [
          page.filter(({ identity }) => seen.has(identity)),
          page.filter(({ identity }) => !seen.has(identity)),
        ];
        await letters().updateMany({ _id: ids(known) }, { $set: { knowsKeys: true } });
        await letters().deleteMany({ _id: ids(gone) }, { writeConcern: DURABLE });
      }
    },
    /**
     * @param erased identities of letters that were taken away: what their records could not be read for is forgotten.
     *   Their postings still count as dead until a later version of them is there, which the ledger looks for.
     */
    save: async (at: string, taken: DeadLetter[], position: number, erased: string[] = []): Promise<void> => {
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
      for (let from = 0; from < erased.length; from += PAGE) {
        // In any partition: a letter of an earlier release has another key, and so another partition.
        const identity = { $in: erased.slice(from, from + PAGE) };
        await letters().deleteMany({ identity, posting: null }, { writeConcern: DURABLE });
        await letters().updateMany({ identity }, { $unset: { death: '' } }, { writeConcern: DURABLE });
      }
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
