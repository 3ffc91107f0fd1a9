import { randomUUID } from 'node:crypto';
import { replicaName } from '@skillstream/runtime';
import type { mongo } from 'mongoose';
import type { Member } from '../linking/choose-primary.ts';
import type { LinkChange } from '../linking/plan-job.ts';
import { appendWrite } from '../posting-versions/decide.ts';
import type { Documents, PostingDocument } from './documents.ts';
import { engineCall } from './engine-call.ts';
import { expiredAtOf } from './expired-at.ts';
import { markAfter, newMark } from './pending.ts';

/** A posting, as far as its job needs it. */
export type LinkedDocument = Pick<
  PostingDocument,
  | ('_id' | 'version' | 'retracted' | 'expiredAt' | 'closedAt' | 'writes' | 'pendingVersion' | 'pendingMark')
  | ('job' | 'primary' | 'linkMark')
>;

const projection = {
  ...{ version: 1, retracted: 1, expiredAt: 1, closedAt: 1, writes: 1, pendingVersion: 1, pendingMark: 1 },
  ...{ job: 1, primary: 1, linkMark: 1 },
} as const;

/** In which state a posting is; null where it was retracted. */
export const stateOf = (document: LinkedDocument): Member['state'] | null => {
  if (document.retracted) return null;
  if (expiredAtOf(document)) return 'expired';
  return document.closedAt === undefined ? 'live' : 'closed';
};

/** The versions by which postings say whether they count for their job. All calls throw `unavailable`. */
export const createLinkVersions = (documents: Documents, replica = replicaName()) => ({
  read: (ids: string[]): Promise<LinkedDocument[]> =>
    engineCall('Cannot read the postings of a job', () =>
      documents
        .postings()
        .find<LinkedDocument>({ _id: { $in: ids } }, { projection, batchSize: Math.max(1, ids.length) })
        .toArray(),
    ),
  /**
   * Makes a version of each, which is published as any other; its text is that of before, so `updatedAt` and the
   * content hash stay. An expired one gets no version, since it has no text that could be published. Each is marked to
   * be linked again by the same write, in case that whoever does it does no more.
   * @param read the postings as they were read; one that has another version or mark by now is left as it is
   * @param onMark called before, with the mark that each will have
   * @returns how many versions there are to publish, and whether all were changed
   */
  write: (
    changes: readonly LinkChange[],
    read: ReadonlyMap<string, LinkedDocument>,
    now: Date,
    onMark: (id: string, mark: mongo.ObjectId) => void,
  ): Promise<{ versions: number; all: boolean }> =>
    engineCall('Cannot say which posting of a job counts', async () => {
      if (changes.length === 0) return { versions: 0, all: true };
      let versions = 0;
      const operations = changes.map(({ id, job, primary }) => {
        const present = read.get(id)!;
        const expiredAt = expiredAtOf(present);
        const linkMark = newMark();
        onMark(id, linkMark);
        const known = { _id: id, version: present.version, linkMark: present.linkMark ?? null };
        if (expiredAt)
          return {
            updateOne: {
              filter: { ...known, retracted: false, expiredAt },
              update: { $set: { job, primary, linkMark } },
            },
          };
        versions += 1;
        const version = present.version + 1;
        return {
          updateOne: {
            filter: { ...known, expiredAt: null },
            update: {
              $set: {
                ...{ version, job, primary, linkMark, traceparent: null },
                ...{ pendingVersion: version, pendingMark: markAfter(present) },
                writes: appendWrite(present.writes, randomUUID()),
                trail: { version, acceptedBy: replica, linkedAt: now },
              },
              $unset: { tracestate: '' as const },
            },
          },
        };
      });
      const { matchedCount } = await documents.postings().bulkWrite(operations, { ordered: false });
      return { versions, all: matchedCount === operations.length };
    }),
});

export type LinkVersions = ReturnType<typeof createLinkVersions>;
