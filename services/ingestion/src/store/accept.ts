import { randomUUID } from 'node:crypto';
import { isDuplicateKey } from '@skillstream/errors';
import { replicaName } from '@skillstream/runtime';
import { mongo } from 'mongoose';
import type { UnversionedPosting } from '../canonical/canonical-posting.ts';
import { appendWrite, isUnchanged, isWriteApplied, type Present } from '../posting-versions/decide.ts';
import type { Documents, PostingDocument } from './documents.ts';
import { engineCall } from './engine-call.ts';
import { linkFieldsAfter } from './link-fields.ts';
import { markAfter } from './pending.ts';

/** A posting to be stored. */
export type Arrival = { posting: UnversionedPosting; traceparent: string | null; tracestate?: string };
export type Accepted = { status: 'accepted' | 'unchanged'; version: number };

type Open = { index: number; arrival: Arrival };
/** One write that makes all the versions of one posting in a chunk, and the result of each of its arrivals. */
type Attempt = {
  document: PostingDocument;
  from: number | null;
  reported: { one: Open; result: Accepted }[];
};

type Known = Present &
  Pick<
    PostingDocument,
    'pendingVersion' | 'pendingMark' | 'job' | 'primary' | 'linkMark' | 'tombstoneAgainAt'
  >;
const known = {
  ...{ version: 1, contentHash: 1, retracted: 1, writes: 1, tombstoneAgainAt: 1 },
  ...{ pendingVersion: 1, pendingMark: 1, job: 1, primary: 1, linkMark: 1 },
} as const;

const documentOf = (
  { posting, traceparent, tracestate }: Arrival,
  present: Known | null,
  { writeId, now, replica }: { writeId: string; now: Date; replica: string },
) => {
  const version = (present?.version ?? 0) + 1;
  return {
    _id: posting.postingId,
    source: posting.source,
    version,
    pendingVersion: version,
    pendingMark: markAfter(present),
    ...linkFieldsAfter(posting.source, present),
    retracted: false,
    contentHash: posting.contentHash,
    posting: Buffer.from(JSON.stringify(posting)),
    traceparent,
    ...(tracestate !== undefined && { tracestate }),
    writes: appendWrite(present?.writes ?? [], writeId),
    updatedAt: now,
    trail: { version, acceptedBy: replica },
    // The text of before is still in the segment that has its tombstone, and now this version, too.
    ...(present?.tombstoneAgainAt && { tombstoneAgainAt: present.tombstoneAgainAt }),
  };
};

const byPosting = (open: readonly Open[]): Map<string, Open[]> =>
  Map.groupBy(open, ({ arrival }) => arrival.posting.postingId);

/**
 * Writes postings durably, each by compare-and-set on its version.
 * @param replica the name of this one, which is stored beside the version
 */
export const createAccept = (documents: Documents, replica = replicaName()) => {
  const read = async (ids: string[]): Promise<Map<string, Known>> => {
    const found = await documents
      .postings()
      .find({ _id: { $in: ids } }, { projection: known })
      .toArray();
    return new Map(found.map((document) => [document._id, document]));
  };

  /** @returns whether each of the writes succeeded */
  const writeAll = async (attempts: Attempt[]): Promise<boolean> => {
    const operations = attempts.map(({ document, from }) =>
      from === null
        ? { insertOne: { document } }
        : { replaceOne: { filter: { _id: document._id, version: from }, replacement: document } },
    );
    try {
      const result = await documents.postings().bulkWrite(operations, { ordered: false });
      return result.insertedCount + result.matchedCount === attempts.length;
    } catch (error) {
      if (!(error instanceof mongo.MongoBulkWriteError) || error.result.getWriteConcernError()) throw error;
      if ([error.writeErrors].flat().every(isDuplicateKey)) return false;
      throw error;
    }
  };

  /** Those of the attempts that lost against another writer. */
  const losersOf = async (attempts: Attempt[]): Promise<Attempt[]> => {
    const later = await read(attempts.map(({ document }) => document._id));
    return attempts.filter(({ document }) => {
      const found = later.get(document._id);
      return !found || !isWriteApplied(found, document.version, document.writes.at(-1)!);
    });
  };

  /** Decides about one posting, arrival by arrival, as if each were written before the next. */
  const decideAll = (arrivals: readonly Open[], present: Known | null, writeId: string, now: Date) => {
    let document: PostingDocument | null = null;
    const reported = arrivals.map((one) => {
      const known = document ?? present;
      if (known && isUnchanged(known, one.arrival.posting.contentHash))
        return { one, result: { status: 'unchanged' as const, version: known.version } };
      document = documentOf(one.arrival, known, { writeId, now, replica });
      return { one, result: { status: 'accepted' as const, version: document.version } };
    });
    return { document: document as PostingDocument | null, reported };
  };

  /** @returns the arrivals that lost against another writer */
  const round = async (open: readonly Open[], results: Accepted[], now: Date): Promise<Open[]> => {
    const arrivals = byPosting(open);
    const present = await read([...arrivals.keys()]);
    const writeId = randomUUID();
    const setResults = (reported: Attempt['reported']) => {
      for (const { one, result } of reported) results[one.index] = result;
    };
    const attempts: Attempt[] = [];
    for (const [id, ofOne] of arrivals) {
      const found = present.get(id) ?? null;
      const { document, reported } = decideAll(ofOne, found, writeId, now);
      if (document === null) setResults(reported);
      else attempts.push({ document, from: found?.version ?? null, reported });
    }
    if (attempts.length === 0) return [];
    const losers = new Set((await writeAll(attempts)) ? [] : await losersOf(attempts));
    for (const attempt of attempts) if (!losers.has(attempt)) setResults(attempt.reported);
    return [...losers].flatMap(({ reported }) => reported.map(({ one }) => one));
  };

  /**
   * Stores postings; an arrival that loses a race against another writer is read and decided again.
   * @returns a result for each, in order
   * @throws SkillstreamError `unavailable`: some may be stored, send all of them again
   */
  return (arrivals: readonly Arrival[], now: Date): Promise<Accepted[]> =>
    engineCall('Cannot store postings', async () => {
      const results: Accepted[] = [];
      let open: Open[] = arrivals.map((arrival, index) => ({ index, arrival }));
      while (open.length > 0) open = await round(open, results, now);
      return results;
    });
};
