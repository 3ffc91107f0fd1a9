import { DURABLE, mongoFailed, type Log } from '@skillstream/runtime';
import type { Connection, mongo } from 'mongoose';

/** A posting at its latest version: content, version and the wish to be published stand or fall together. */
export type PostingDocument = {
  _id: string;
  source: string;
  version: number;
  /** The version that is still to be published; null when the log has it. */
  pendingVersion: number | null;
  /**
   * Its place among what waits to be published, by time. Documents of the release before have none, which sorts first;
   * that release, after a rollback, clears by the version alone and leaves the mark where it is, which does no harm.
   */
  pendingMark?: mongo.ObjectId | null;
  retracted: boolean;
  contentHash: string | null;
  /**
   * The canonical posting as JSON in UTF-8: it is only ever published, and bytes pass through every layer untouched.
   */
  posting: Buffer | null;
  traceparent: string | null;
  /** The writers of the latest versions, newest last. */
  writes: string[];
  updatedAt: Date;
};

/** A lease on a task that one replica does for all. */
export type LeaseDocument = {
  _id: string;
  owner: string | null;
  expiresAtMs: number;
};

/** The run that has every posting tagged again; one at a time, kept after its end. */
export type RetagDocument = {
  _id: 'retag';
  runId: string;
  startedAt: Date;
  finishedAt: Date | null;
  total: number;
  done: number;
  /** Postings up to this id are done; null at the beginning. */
  after: string | null;
};

const PENDING = { pendingVersion: { $gt: 0 } };
const BY_MARK = { pendingMark: 1 } as const;
const BY_STATE = { source: 1, retracted: 1, version: 1 } as const;
const PENDING_BY_STATE = { source: 1, retracted: 1 } as const;

/**
 * The collections of ingestion, as the driver gives them: bulk work needs no casting by mongoose.
 * Reads see what a majority has, so nothing is published or called unchanged that a fail-over could take back.
 * @param prefix stands before the collections' names
 */
export const createDocuments = (connection: Connection, prefix: string, log: Log) => {
  const collection = <D extends { _id: string }>(name: string) => {
    const { db } = connection;
    if (connection.readyState !== 1 || !db) throw mongoFailed('MongoDB cannot be reached');
    return db.collection<D>(prefix + name, {
      writeConcern: DURABLE,
      readConcern: { level: 'majority' },
      promoteBuffers: true,
    });
  };
  return {
    pending: PENDING,
    /** Goes through what is pending by its index: the same hint everywhere, so that no search ever sorts by itself. */
    inOrder: { sort: BY_MARK, hint: BY_MARK },
    /** What the ledger is counted by, without a look at a document; the second one of what is pending. */
    byState: BY_STATE,
    pendingByState: PENDING_BY_STATE,
    postings: () => collection<PostingDocument>('postings'),
    leases: () => collection<LeaseDocument>('leases'),
    retag: () => collection<RetagDocument>('retag'),
    /**
     * The relay's index holds pending documents only, so it stays as small as the backlog; the others are the
     * ledger's.
     */
    ensureIndexes: async () => {
      const postings = collection<PostingDocument>('postings');
      await postings.createIndex(BY_MARK, { partialFilterExpression: PENDING });
      await postings.createIndex(PENDING_BY_STATE, { partialFilterExpression: PENDING });
      await postings.createIndex(BY_STATE);
      // Of the release before, which makes it again after a rollback; nothing asks it here. Mostly it is gone.
      await postings.dropIndex('pending').catch(() => undefined);
      log.debug('indexes are there');
    },
  };
};

export type Documents = ReturnType<typeof createDocuments>;
