import type { JobsChecked } from '@skillstream/contracts';
import { checkJobs, type NamedPosting } from '../linking/check-jobs.ts';
import type { Documents, PostingDocument } from './documents.ts';
import { engineCall } from './engine-call.ts';
import { expiredAtOf } from './expired-at.ts';

type Stored = Pick<PostingDocument, 'job' | 'primary' | 'retracted' | 'expiredAt' | 'linkMark'>;

const projection = { _id: 0, job: 1, primary: 1, retracted: 1, expiredAt: 1, linkMark: 1 } as const;
/** Members that one check reads, of all jobs together: more than ten times a page of postings. */
const MOST_READ = 50_000;
const MOST_NAMED = 1000;
const BATCH = 1000;

// The name of a job is the id of a posting, a colon and a number: this is behind all names of an id.
const behind = (id: string): string => `${id};`;

/**
 * Checks the jobs that are named after the postings of a range of ids, whatever the ids of their members are.
 * @param after null: from the first
 * @param upTo null: to the last
 * @throws SkillstreamError `unavailable`
 */
export const createJobReader =
  (documents: Documents) =>
  (after: string | null, upTo: string | null): Promise<JobsChecked> =>
    engineCall('Cannot check jobs', async () => {
      const job = { $gt: after === null ? '' : behind(after), ...(upTo !== null && { $lt: behind(upTo) }) };
      // A retracted one names its job until the linker has looked.
      const isMember = [{ retracted: false }, { linkMark: { $ne: null } }];
      const found = documents
        .postings()
        .find<Stored>(
          { job, $or: isMember },
          { projection, sort: { job: 1 }, limit: MOST_READ, batchSize: BATCH },
        );
      const named = async function* (): AsyncGenerator<NamedPosting> {
        for await (const one of found)
          yield {
            ...{ job: one.job!, primary: one.primary ?? null, isExpired: expiredAtOf(one) !== undefined },
            isWaiting: Boolean(one.linkMark),
          };
      };
      return checkJobs(named(), MOST_NAMED, MOST_READ);
    });

export type JobReader = ReturnType<typeof createJobReader>;
