import { DURABLE, mongoFailed, type Log } from '@skillstream/runtime';
import type { Connection, mongo } from 'mongoose';
import type { StoredTrail } from './trail.ts';

/** A posting at its latest version: content, version and pending mark are written together. */
export type PostingDocument = {
  _id: string;
  source: string;
  version: number;
  /** The version that is still to be published; null when it is in the log. */
  pendingVersion: number | null;
  /**
   * Its place among the pending postings, by time. Documents of the previous release have none, which sorts first;
   * that release, after a rollback, clears by the version alone and leaves the mark where it is, which does no harm.
   */
  pendingMark?: mongo.ObjectId | null;
  retracted: boolean;
  contentHash: string | null;
  /**
   * The canonical posting as JSON in UTF-8: it is only ever published, so the bytes pass through every layer unparsed.
   */
  posting: Buffer | null;
  /** The span in which the version was stored; its event carries it. */
  traceparent: string | null;
  tracestate?: string;
  /** The writers of the latest versions, newest last. */
  writes: string[];
  updatedAt: Date;
  /** Read through `trailOf` alone. */
  trail?: StoredTrail;
};

/** A lease on a task that one replica does for all. */
export type LeaseDocument = {
  _id: string;
  owner: string | null;
  expiresAtMs: number;
};

/** The backfill's run; one at a time, retained after its end. */
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
 * The collections of ingestion, from the driver: bulk work needs no casting by mongoose. Reads use majority read
 * concern, so nothing is published or called unchanged that a fail-over could roll back.
 * @param prefix of the collections' names
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
    /** Reads pending postings by their index: the same hint everywhere, so that no query ever sorts in memory. */
    inOrder: { sort: BY_MARK, hint: BY_MARK },
    /** The indexes that the ledger is counted by, without reading documents; the second one is of pending postings. */
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
      // An index of the previous release, which creates it again after a rollback; nothing uses it here. Usually it is
      // gone.
      await postings.dropIndex('pending').catch(() => undefined);
      log.debug('indexes are ready');
    },
  };
};

export type Documents = ReturnType<typeof createDocuments>;
