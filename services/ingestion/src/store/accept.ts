import { randomUUID } from 'node:crypto';
import { mongo } from 'mongoose';
import type { UnversionedPosting } from '../canonical/canonical-posting.ts';
import { decideArrival, tookHold, writesAfter, type Present } from '../versions/decide.ts';
import type { Documents, PostingDocument } from './documents.ts';
import { engineCall } from './engine-call.ts';
import { markAfter } from './pending-mark.ts';

/** A posting on its way into the store. */
export type Arrival = { posting: UnversionedPosting; traceparent: string | null };
export type Accepted = { status: 'accepted' | 'unchanged'; version: number };

type Open = { index: number; arrival: Arrival };
type Attempt = Open & { document: PostingDocument; from: number | null };

const DUPLICATE_KEY = 11000;
type Known = Present & Pick<PostingDocument, 'pendingVersion' | 'pendingMark'>;
const known = {
  ...{ version: 1, contentHash: 1, retracted: 1, writes: 1 },
  ...{ pendingVersion: 1, pendingMark: 1 },
} as const;

const documentOf = ({ posting, traceparent }: Arrival, present: Known | null, writeId: string, now: Date) => {
  const version = (present?.version ?? 0) + 1;
  return {
    _id: posting.postingId,
    source: posting.source,
    version,
    pendingVersion: version,
    pendingMark: markAfter(present),
    retracted: false,
    contentHash: posting.contentHash,
    posting: Buffer.from(JSON.stringify(posting)),
    traceparent,
    writes: writesAfter(present?.writes ?? [], writeId),
    updatedAt: now,
  };
};

// A second posting with the same id waits for the next round, so that both become versions in their order.
const firstOfEach = (open: Open[]) => {
  const ids = new Set<string>();
  const [now, later]: [Open[], Open[]] = [[], []];
  for (const one of open) {
    const { postingId } = one.arrival.posting;
    (ids.has(postingId) ? later : now).push(one);
    ids.add(postingId);
  }
  return { now, later };
};

/** Writes postings durably, each by compare-and-set on its version. */
export const createAccept = (documents: Documents) => {
  const read = async (ids: string[]): Promise<Map<string, Known>> => {
    const found = await documents
      .postings()
      .find({ _id: { $in: ids } }, { projection: known })
      .toArray();
    return new Map(found.map((document) => [document._id, document]));
  };

  /** @returns whether each and every write took hold */
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
      if ([error.writeErrors].flat().some(({ code }) => code !== DUPLICATE_KEY)) throw error;
      return false;
    }
  };

  /** Those of the attempts that somebody else's write came before. */
  const losersOf = async (attempts: Attempt[]): Promise<Attempt[]> => {
    const later = await read(attempts.map(({ document }) => document._id));
    return attempts.filter(({ document }) => {
      const found = later.get(document._id);
      return !found || !tookHold(found, document.version, document.writes.at(-1)!);
    });
  };

  const round = async (open: Open[], results: Accepted[], now: Date): Promise<Open[]> => {
    const present = await read(open.map(({ arrival }) => arrival.posting.postingId));
    const writeId = randomUUID();
    const attempts: Attempt[] = [];
    for (const one of open) {
      const found = present.get(one.arrival.posting.postingId) ?? null;
      const decision = decideArrival(found, one.arrival.posting.contentHash);
      if (decision.kind === 'unchanged')
        results[one.index] = { status: 'unchanged', version: decision.version };
      else
        attempts.push({
          ...one,
          document: documentOf(one.arrival, found, writeId, now),
          from: found?.version ?? null,
        });
    }
    if (attempts.length === 0) return [];
    const losers = (await writeAll(attempts)) ? [] : await losersOf(attempts);
    const lost = new Set(losers.map(({ index }) => index));
    for (const { index, document } of attempts)
      if (!lost.has(index)) results[index] = { status: 'accepted', version: document.version };
    return open.filter(({ index }) => lost.has(index));
  };

  /**
   * Takes postings in; whoever loses a race against another writer reads and decides again.
   * @returns a result for each, in order
   * @throws SkillstreamError `unavailable`: some may be stored, send all of them again
   */
  return (arrivals: readonly Arrival[], now: Date): Promise<Accepted[]> =>
    engineCall('Cannot store postings', async () => {
      const results: Accepted[] = [];
      let open: Open[] = arrivals.map((arrival, index) => ({ index, arrival }));
      while (open.length > 0) {
        const { now: turn, later } = firstOfEach(open);
        const again = await round(turn, results, now);
        open = [...again, ...later].sort((a, b) => a.index - b.index);
      }
      return results;
    });
};
