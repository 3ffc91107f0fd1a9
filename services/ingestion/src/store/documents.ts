import type { BoardRun, FilledField } from '@skillstream/contracts';
import type { Signature } from '@skillstream/linking';
import { DURABLE, mongoFailed } from '@skillstream/mongo';
import type { Log } from '@skillstream/runtime';
import { mongo, type Connection } from 'mongoose';
import type { ErasureRun } from '../erasure/run.ts';
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
  /**
   * When its text was removed because it was older than its source is kept; absent while it has text, which null
   * matches in a query. The posting goes on counting: an expired one is not retracted.
   */
  expiredAt?: Date | null;
  /**
   * When the tombstone of expired text or of a retraction is published a second time, and absent after that: a day
   * after the first one it closes the segment that has it, so that Kafka compacts the text away in a partition to
   * which nobody writes, too. A posting that is sent again before keeps it, and its own version is published then.
   */
  tombstoneAgainAt?: Date;
  /** Of an expired posting: what is left of it, as JSON in UTF-8. */
  facts?: Buffer;
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
  /**
   * When its text was received, or when it was retracted. Versions that close it or that linking makes leave it: for
   * their times see `storedAtOf` and `trail.linkedAt`.
   */
  updatedAt: Date;
  /**
   * When it was found to be gone from its board; such a version has no `contentHash`, so that any arrival makes a new
   * one, which is open; it has one again once it expires. Absent: it is open, or nobody looks.
   */
  closedAt?: Date;
  /** When an erasure retracted it; gone when it is sent again. */
  erasedAt?: Date;
  /** The run that did it. */
  erasedBy?: string;
  /** Read through `trailOf` alone. */
  trail?: StoredTrail;
} & LinkFields;

/** What linking has made of a posting; a document of an earlier release has none of these, which is as if null. */
export type LinkFields = {
  /** The job that it was published with; of a retracted one the former job, for the linker alone. */
  job?: string | null;
  /** Whether it is the one of its job that is counted where jobs are. */
  primary?: boolean | null;
  /** Its place among those to be linked, as `pendingMark` is among those to be published; null: it is linked. */
  linkMark?: mongo.ObjectId | null;
  /** The rules by which it was marked, `LINK_RULES`. */
  linkRules?: number;
};

/** A lease on a task that one replica does for all. */
export type LeaseDocument = {
  _id: string;
  owner: string | null;
  expiresAtMs: number;
};

/** Since when retention is on: what was published before may have been tagged by a release that keeps words. */
export type RetentionDocument = { _id: 'retention'; since: Date };
/** The erasure of the source that the id names: the one in progress, or the latest one, retained after its end. */
export type ErasureDocument = Omit<ErasureRun, 'source'> & { _id: string };

/** A run that has erased letters, and when their tombstones are to be published again: see `repeat-letters.ts`. */
export type ErasedLettersDocument = { _id: string; at: Date };

/** The backfill's run; one at a time, retained after its end. */
export type RetagDocument = {
  _id: 'retag';
  runId: string;
  startedAt: Date;
  finishedAt: Date | null;
  total: number;
  done: number;
  /** Of these, skipped because their text has expired; absent in runs of an earlier release. */
  expired?: number;
  /** Postings up to this id are done; null at the beginning. */
  after: string | null;
};

/** What a run of a board has come to. */
export type BoardCounts = {
  stored: number;
  unchanged: number;
  rejected: number;
  filled: Record<FilledField, number>;
  /** The first of what was rejected. */
  faults: string[];
};

/** A run that has not ended; whoever has the lease after a break goes on with it. */
export type OpenBoardRun = {
  id: string;
  by: string;
  /** How often it was begun, or gone on with, since it last stored something; absent of releases before this field. */
  attempts?: number;
  startedAt: Date;
  /** When that was asked for which it does; null, or absent of releases before this field: nobody asked. */
  requestedAt?: Date | null;
  /** When it last stored something. */
  at: Date;
  /** Where to go on, see `ReadSoFar` of the boards. */
  page: string | null;
  jobs: string[];
  counts: BoardCounts;
};

/** What is known of a source that is read from a job board, under its name. */
export type BoardDocument = {
  _id: string;
  /** The address of the list of which all this is known. */
  of: string;
  createdAt: Date;
  /** As was asked for; null: as the file of sources says. */
  paused: boolean | null;
  /** When somebody asked for a run that has not ended; null: nobody did. */
  requestedAt: Date | null;
  /**
   * The same time, where that run may close most of its list at once. Another time says nothing: releases before
   * this field leave it as it was when they end a run.
   */
  dropAcceptedAt?: Date | null;
  nextDueAt: Date | null;
  /** Of the list, when all of it was read and stored. */
  validators: { etag?: string; lastModified?: string };
  /** Ids of the postings that the board may still list, bounded: what it does not is closed by a complete run. */
  listed: string[];
  /**
   * What lists of several pages lacked of them, see `goneFrom`, as the run noted that ended then. Of another one, and
   * while a run is open, nothing is known: what it has read may have had them.
   */
  lacked?: { endedAt: Date; missed: string[]; refused: string[] } | null;
  run: OpenBoardRun | null;
  /** Why the open run was broken off last, and until when it is left alone; null: no run was since one ended. */
  brokenOff?: { at: Date; reason: string; retryAt: Date } | null;
  lastRun: (Omit<BoardRun, 'startedAt' | 'endedAt'> & { startedAt: Date; endedAt: Date }) | null;
  /** When it was last read to its end, or said that nothing had changed. */
  lastReadAt: Date | null;
};

/** What is kept of a posting to find others of its job; every field is there from the first write on. */
export type SignatureDocument = {
  _id: string;
  /** The version of the posting that it was made of. */
  version: number;
  /** The rules by which it was made, `LINK_RULES`. */
  rules: number;
  /** Another one after each change: what compare-and-set compares. */
  revision: string;
  /** An expired one is found by others, and is never moved: its version cannot be published again. */
  state: 'live' | 'expired' | 'retracted';
  /** The job; a posting that is alone has one of its own. Null: it is retracted. */
  job: string | null;
  /** How many jobs were named after it. */
  founded: number;
  /** Jobs that it left, until each has been published without it. */
  left: string[];
  /** Under which it is found; empty where its job is full. */
  keys: string[];
  /** Null: it is retracted. */
  signature: (Omit<Signature, 'minHash'> & { minHash: Buffer }) | null;
};

/** As it is read: its keys, 67 at most, serve the index alone. */
export type FoundSignature = Omit<SignatureDocument, 'keys'>;

/** A job of several postings, by whoever publishes its primary; who the members are the signatures say. */
export type JobDocument = {
  _id: string;
  /** Whoever is about to publish changes it, and once more afterwards: who was overtaken finds out by it. */
  revision: string;
  /** The member that is published as primary; null where there is none. */
  published: string | null;
};

const PENDING = { pendingVersion: { $gt: 0 } };
const BY_MARK = { pendingMark: 1 } as const;
const TO_LINK = { linkMark: { $gt: new mongo.ObjectId('0'.repeat(24)) } };
const BY_LINK_MARK = { source: 1, linkMark: 1 } as const;
const BY_LINK_RULES = { linkRules: 1 } as const;
const LINKED = { job: { $gt: '' } };
const BY_JOB = { job: 1 } as const;
const EXPIRED = { expiredAt: { $gt: new Date(0) }, retracted: false };
const BY_EXPIRED = { expiredAt: 1, source: 1 } as const;
const AGAIN = { tombstoneAgainAt: { $gt: new Date(0) } };
const BY_AGAIN = { tombstoneAgainAt: 1 } as const;
const BY_AGE = { source: 1, expiredAt: 1, updatedAt: 1 } as const;
const BY_STATE = { source: 1, retracted: 1, version: 1 } as const;
const PENDING_BY_STATE = { source: 1, retracted: 1 } as const;

/**
 * The collections of ingestion, from the driver: bulk work needs no casting by mongoose. Reads use majority read
 * concern, so nothing is published or called unchanged that a fail-over could roll back.
 * @param prefix of the collections' names
 * @param retention whether postings expire: only then is there an index by their age
 */
export const createDocuments = (connection: Connection, prefix: string, log: Log, retention = false) => {
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
    /** Expired postings, and their index, which holds no others. */
    expired: EXPIRED,
    byExpired: BY_EXPIRED,
    /** The index of postings by the age of their text; there only where postings expire. */
    byAge: BY_AGE,
    /** The index of postings whose tombstone is to be published again. */
    byAgain: BY_AGAIN,
    /** The index of postings that name a job, which holds no others. */
    byJob: BY_JOB,
    /** Postings that wait to be linked, by an index that holds no others: by source, to take these in turn. */
    toLink: TO_LINK,
    inLinkOrder: { sort: BY_LINK_MARK, hint: BY_LINK_MARK },
    postings: () => collection<PostingDocument>('postings'),
    leases: () => collection<LeaseDocument>('leases'),
    erasures: () => collection<ErasureDocument>('erasures'),
    erasedLetters: () => collection<ErasedLettersDocument>('erased_letters'),
    retag: () => collection<RetagDocument>('retag'),
    retention: () => collection<RetentionDocument>('retention'),
    boards: () => collection<BoardDocument>('boards'),
    signatures: () => collection<SignatureDocument>('signatures'),
    jobs: () => collection<JobDocument>('jobs'),
    /**
     * The relay's index holds pending documents only, so it stays as small as the backlog; the others are the
     * ledger's.
     */
    ensureIndexes: async () => {
      const postings = collection<PostingDocument>('postings');
      await postings.createIndex(BY_MARK, { partialFilterExpression: PENDING });
      await postings.createIndex(PENDING_BY_STATE, { partialFilterExpression: PENDING });
      await postings.createIndex(BY_STATE);
      await postings.createIndex(BY_EXPIRED, { partialFilterExpression: EXPIRED });
      await postings.createIndex(BY_AGAIN, { partialFilterExpression: AGAIN });
      await postings.createIndex(BY_LINK_MARK, { partialFilterExpression: TO_LINK });
      await postings.createIndex(BY_LINK_RULES);
      await postings.createIndex(BY_JOB, { partialFilterExpression: LINKED });
      await collection<SignatureDocument>('signatures').createIndex({ keys: 1 });
      await collection<SignatureDocument>('signatures').createIndex(BY_JOB);
      if (retention) await postings.createIndex(BY_AGE, { partialFilterExpression: { retracted: false } });
      // An index of the previous release, which creates it again after a rollback; nothing uses it here. Usually it is
      // gone.
      await postings.dropIndex('pending').catch(() => undefined);
      log.debug('indexes are ready');
    },
  };
};

export type Documents = ReturnType<typeof createDocuments>;
