import type { PostingVersion, VersionsPage } from '@skillstream/contracts';
import type { Documents, PostingDocument } from './documents.ts';
import { engineCall } from './engine-call.ts';
import { expiredAtOf } from './expired-at.ts';

type StoredVersion = Pick<
  PostingDocument,
  '_id' | 'version' | 'pendingVersion' | 'retracted' | 'expiredAt' | 'primary'
>;

const projection = { version: 1, pendingVersion: 1, retracted: 1, expiredAt: 1, primary: 1 } as const;
const rowOf = (stored: StoredVersion): PostingVersion => {
  const { _id, version, pendingVersion, retracted, primary } = stored;
  const expiredAt = expiredAtOf(stored)?.toISOString();
  return {
    ...{ postingId: _id, version, retracted, pending: pendingVersion !== null },
    ...(expiredAt && { expiredAt }),
    ...(!retracted && { duplicate: primary === false }),
  };
};

/** The versions of ingestion's postings, read by id without their contents. Throws `unavailable`. */
export const createVersionReader = (documents: Documents) => ({
  /** The postings after an id, in the order of the ids; `next` is null where these are the last. */
  page: (after: string | undefined, most: number): Promise<VersionsPage> =>
    engineCall('Cannot list postings', async () => {
      const filter = after === undefined ? {} : { _id: { $gt: after } };
      const options = { projection, batchSize: most + 1 };
      const found = documents
        .postings()
        .find(filter, options)
        .sort({ _id: 1 })
        .limit(most + 1);
      const rows = (await found.toArray()).map(rowOf);
      const page = rows.slice(0, most);
      return { rows: page, next: rows.length > most ? page.at(-1)!.postingId : null };
    }),
  /** Those of the ids that exist, in no order. */
  of: (postingIds: string[]): Promise<PostingVersion[]> =>
    engineCall('Cannot look up postings', async () => {
      const filter = { _id: { $in: postingIds } };
      const found = documents.postings().find(filter, { projection, batchSize: postingIds.length });
      return (await found.toArray()).map(rowOf);
    }),
});

export type VersionReader = ReturnType<typeof createVersionReader>;
