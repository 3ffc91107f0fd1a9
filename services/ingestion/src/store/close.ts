import { randomUUID } from 'node:crypto';
import { replicaName } from '@skillstream/runtime';
import { appendWrite } from '../posting-versions/decide.ts';
import type { Documents, PostingDocument } from './documents.ts';
import { engineCall } from './engine-call.ts';
import { linkFieldsAfter } from './link-fields.ts';
import { markAfter } from './pending.ts';

const PAGE = 100;

/** Adds one field to the stored JSON, as the relay adds the version. */
const withClosedAt = (json: Buffer, at: Date): Buffer =>
  Buffer.concat([json.subarray(0, -1), Buffer.from(`,"closedAt":"${at.toISOString()}"}`)]);

type Open = PostingDocument & { posting: Buffer };
/** Whether it can be closed: it has a text, and was not closed. */
export const isOpen = (document: PostingDocument): document is Open =>
  !document.retracted && document.closedAt === undefined && document.posting !== null;

/** The version that closes a posting. Its text is that of before, so `updatedAt`, the age of the text, stays. */
export const closedForm = (
  { tracestate: _former, ...present }: Open,
  { now, replica, writeId }: { now: Date; replica: string; writeId: string },
): PostingDocument => ({
  ...present,
  version: present.version + 1,
  pendingVersion: present.version + 1,
  pendingMark: markAfter(present),
  ...linkFieldsAfter(present.source, present),
  contentHash: null,
  posting: withClosedAt(present.posting, now),
  closedAt: now,
  traceparent: null,
  writes: appendWrite(present.writes, writeId),
  trail: { version: present.version + 1, acceptedBy: replica },
});

/** Whether two versions have the text of the same arrival: linking says only which posting of a job counts. */
const isSameArrival = (one: PostingDocument, other: PostingDocument | undefined): boolean =>
  one.contentHash === other?.contentHash && one.updatedAt?.getTime() === other.updatedAt?.getTime();

/**
 * Closes postings: each gets a new version, with the time, which is published as any other. Those that are closed,
 * retracted or unknown stay as they are, and so does one that arrives again meanwhile: somebody has it still. One that
 * is linked meanwhile is closed all the same.
 * @param assertMay throws where this replica may no longer; called before each page of writes
 * @returns how many were closed
 * @throws SkillstreamError `unavailable`: some may be closed, which a repeat finds
 */
export const createClose = (documents: Documents, replica = replicaName()) => {
  const readOpen = async (ids: readonly string[]): Promise<Open[]> => {
    const found = documents.postings().find({ _id: { $in: [...ids] } }, { batchSize: PAGE });
    return (await found.toArray()).filter(isOpen);
  };
  const write = async (open: readonly Open[], now: Date): Promise<number> => {
    const operations = open.map((present) => ({
      replaceOne: {
        // Its text may have expired since it was read, and must not come back.
        filter: { _id: present._id, version: present.version, expiredAt: null },
        replacement: closedForm(present, { now, replica, writeId: randomUUID() }),
      },
    }));
    return (await documents.postings().bulkWrite(operations, { ordered: false })).matchedCount;
  };
  return (ids: readonly string[], now: Date, assertMay: () => void): Promise<number> =>
    engineCall('Cannot close postings', async () => {
      let closed = 0;
      for (let from = 0; from < ids.length; from += PAGE) {
        let open = await readOpen(ids.slice(from, from + PAGE));
        while (open.length > 0) {
          assertMay();
          const written = await write(open, now);
          closed += written;
          if (written === open.length) break;
          const before = new Map(open.map((one) => [one._id, one]));
          const again = await readOpen([...before.keys()]);
          open = again.filter((one) => isSameArrival(one, before.get(one._id)));
        }
      }
      return closed;
    });
};
