import { appError, errorCode, isDuplicateKey } from '@skillstream/errors';
import type { Connection } from 'mongoose';
import { databaseOf, DURABLE } from './mongo.ts';

type PrefixDocument = { _id: string; prefix: string };

type PrefixRecordDeps = {
  connection: Connection;
  /** `KAFKA_PREFIX` of this release. */
  prefix: string;
  /** Whether a release that wrote no record, and knew no prefix, has worked on this database. */
  wasUsed: () => Promise<boolean>;
};

const ID = 'kafka';
const recordsOf = (connection: Connection) =>
  databaseOf(connection).collection<PrefixDocument>('kafka_prefix');

/** The prefix that a database is of: none where no release with a prefix has begun it. */
export const readPrefix = async (connection: Connection): Promise<string> =>
  (await recordsOf(connection).findOne({ _id: ID }))?.prefix ?? '';

/**
 * Keeps a database to the prefix of names in Kafka that it began with. Under another one the log is another: what is
 * marked as published is not in it, and nobody would publish it again.
 */
export const createPrefixRecord = ({ connection, prefix, wasUsed }: PrefixRecordDeps) => {
  let isKept = false;
  let isRefused = false;
  /**
   * To pass before anything is read from Kafka or written there; remembers that it did.
   * @throws SkillstreamError `misconfigured` when the prefix is another; what the driver throws when MongoDB is away
   */
  const keep = async (): Promise<void> => {
    if (isKept) return;
    const database = databaseOf(connection);
    const documents = recordsOf(connection);
    const first = (await wasUsed()) ? '' : prefix;
    await documents
      .updateOne({ _id: ID }, { $setOnInsert: { prefix: first } }, { upsert: true, writeConcern: DURABLE })
      // Another replica was faster.
      .catch((error: unknown) => {
        if (!isDuplicateKey(error)) throw error;
      });
    const found = await readPrefix(connection);
    isRefused = found !== prefix;
    if (isRefused)
      throw appError(
        'misconfigured',
        `KAFKA_PREFIX is "${prefix}", but the database ${database.databaseName} is of "${found}": what it has ` +
          'published is under those names. Set that prefix, or the name of another database in MONGO_URL.',
      );
    isKept = true;
  };
  return {
    keep,
    /** Whether the database was last found to be of another prefix. */
    isRefused: () => isRefused,
    /** For readiness: throws when the prefix is another. That MongoDB is away is said by its own check. */
    check: (): Promise<boolean> =>
      keep().then(
        () => true,
        (error: unknown) => errorCode(error) !== 'misconfigured' || Promise.reject(error),
      ),
  };
};
