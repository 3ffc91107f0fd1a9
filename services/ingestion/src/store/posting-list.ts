import type { ListedPosting, PostingsPage, PostingsQuery } from '@skillstream/contracts';
import type { Documents, PostingDocument } from './documents.ts';
import { engineCall } from './engine-call.ts';
import { expiredAtOf } from './expired-at.ts';
import { jobOf } from './job-of.ts';

type Asked = Pick<PostingsQuery, 'source' | 'job' | 'after'>;
type Stored = Pick<
  PostingDocument,
  '_id' | 'version' | 'retracted' | 'posting' | 'facts' | 'expiredAt' | 'job' | 'primary'
>;

const projection = {
  ...{ version: 1, retracted: 1, posting: 1, facts: 1, expiredAt: 1, job: 1, primary: 1 },
} as const;
// The title is within the stored text, of which a posting may have 256 KB: few are in memory at once, and a page ends
// early where they are large.
const BATCH = 16;
const MOST_BYTES = 4_000_000;

const textOrNull = (value: unknown): string | null => (typeof value === 'string' ? value : null);

const listed = (stored: Stored): ListedPosting => {
  const content = stored.posting ?? stored.facts;
  const { sourceId, title } = (content ? JSON.parse(content.toString()) : {}) as Record<string, unknown>;
  const rest = expiredAtOf(stored) ? 'expired' : 'live';
  return {
    ...{ postingId: stored._id, sourceId: textOrNull(sourceId), title: textOrNull(title) },
    ...{ version: stored.version, state: stored.retracted ? 'retracted' : rest },
    ...jobOf(stored),
  };
};

/**
 * The ids after one. They begin with the source and a full stop, so that those of a source are a range; those of a job
 * are found by its index and sorted here, which has no id: a job has 1,000 postings at most. A retracted one names its
 * former job for the linker alone.
 */
const idsAfter = async (documents: Documents, { source, job, after }: Asked, most: number) => {
  const first = source === undefined ? '' : `${source}.`;
  const from = after !== undefined && after > first ? after : first;
  const _id = { $gt: from, ...(source !== undefined && { $lt: `${source}/` }) };
  const postings = documents.postings();
  const options = { projection: { _id: 1 }, batchSize: 1000 } as const;
  if (job === undefined) {
    const found = postings.find({ _id }, { ...options, hint: { _id: 1 } });
    return (await found.sort({ _id: 1 }).limit(most).toArray()).map((document) => document._id);
  }
  const found = postings.find({ job, _id, retracted: false }, { ...options, hint: documents.byJob });
  const ids = (await found.toArray()).map((document) => document._id);
  return ids.sort().slice(0, most);
};

/**
 * A page of the postings of a source, a job, or both, in the order of their ids. It has fewer than `limit` where they
 * are large; `next` is null where these are the last.
 * @throws SkillstreamError `unavailable`
 */
export const createPostingList =
  (documents: Documents) =>
  (asked: Asked, limit: number): Promise<PostingsPage> =>
    engineCall('Cannot list postings', async () => {
      const ids = await idsAfter(documents, asked, limit + 1);
      const wanted = ids.slice(0, limit);
      // It may have left its job since.
      const filter = {
        _id: { $in: wanted },
        ...(asked.job !== undefined && { job: asked.job, retracted: false }),
      };
      const options = { projection, hint: { _id: 1 }, sort: { _id: 1 }, batchSize: BATCH } as const;
      const postings: ListedPosting[] = [];
      let [bytes, end] = [0, wanted.at(-1)];
      for await (const stored of documents.postings().find<Stored>(filter, options)) {
        postings.push(listed(stored));
        bytes += (stored.posting ?? stored.facts)?.length ?? 0;
        if (bytes < MOST_BYTES) continue;
        end = stored._id;
        break;
      }
      return { postings, next: end === undefined || end === ids.at(-1) ? null : end };
    });

export type PostingList = ReturnType<typeof createPostingList>;
