import { backoffMs, sleep } from '@skillstream/async';
import type { JobStore } from '../store/job-store.ts';
import { stateOf, type LinkedDocument, type LinkVersions } from '../store/link-versions.ts';
import { ownJob, type SignatureStore } from '../store/signature-store.ts';
import type { LinkLimits } from './assign.ts';
import { createPageMarks, type LinkMark, type PageMarks } from './page-marks.ts';
import { planJob, type LinkChange, type PlannedMember } from './plan-job.ts';

export type PublishJobDeps = {
  signatures: Pick<SignatureStore, 'membersOf' | 'hasOthers' | 'all' | 'change'>;
  jobs: JobStore;
  versions: LinkVersions;
  /** Has postings linked again. */
  mark: (ids: string[]) => Promise<void>;
  limits: LinkLimits;
  step: (name: string) => Promise<void>;
  /** Called with how many versions were stored. */
  onStored: (count: number) => void;
  now: () => Date;
};

const MOST_ATTEMPTS = 10;
const BACKOFF = { firstMs: 10, maxMs: 500 };
/** Two that find the same free place in a job at once may both take it. */
const OVERFULL = 2;

const memberOf = (document: LinkedDocument, datePosted: string): PlannedMember | null => {
  const state = stateOf(document);
  const { _id: id, job = null, primary = null } = document;
  return state && { id, state, datePosted, job, primary };
};

/**
 * Publishes which posting of a job counts, by new versions of those of which that changes. It is announced before
 * anything is read, and confirmed at the end: whoever is overtaken by another one, who may know of more members, does
 * it again.
 */
export const createPublishJob = (deps: PublishJobDeps) => {
  const { signatures, jobs, versions, mark, limits, step, onStored, now } = deps;

  /** Of some postings those that are not of a job. */
  const notOf = async (job: string, ids: readonly string[]): Promise<string[]> => {
    if (ids.length === 0) return [];
    const found = await signatures.all([...ids]);
    const there = new Set(found.flatMap((one) => (one.job === job ? [one._id] : [])));
    return ids.filter((id) => !there.has(id));
  };

  /** @returns false where one of them has changed meanwhile */
  const moveApart = async (job: string, ids: readonly string[]): Promise<boolean> => {
    if (ids.length === 0) return true;
    for (const one of await signatures.all([...ids]))
      if (one.job === job && !(await signatures.change(one, ownJob(one)))) return false;
    return true;
  };

  const attempt = async (job: string, marks: PageMarks): Promise<boolean> => {
    // That of a posting that was alone, and is gone: nobody was ever told of it.
    if (!(await signatures.hasOthers(job, '')) && !(await jobs.isKnown(job))) return true;
    const revision = await jobs.announce(job);
    await step('announced');
    const members = await signatures.membersOf(job, OVERFULL * limits.members);
    if (members.length === 0) {
      await jobs.forget(job, revision);
      return true;
    }
    const posted = new Map(members.map(({ id, datePosted }) => [id, datePosted]));
    const documents = await versions.read([...posted.keys()]);
    const read = new Map(documents.map((document) => [document._id, document]));
    const { primary, losers, winner, apart } = planJob(
      job,
      documents.flatMap((document) => memberOf(document, posted.get(document._id)!) ?? []),
    );
    const changed = [...losers, ...winner].map(({ id }) => id);
    // The members were read before the postings: one that has left in between is another job's.
    if ((await notOf(job, changed)).length > 0) return false;
    await step('planned');
    const write = async (changes: readonly LinkChange[]) => {
      // What waits for somebody else goes on to do so.
      const onMark = (id: string, mark: LinkMark) => {
        const over = read.get(id)!.linkMark;
        if (marks.isOurs(id, over)) marks.add(id, mark, over, job);
      };
      const { versions: count, all } = await versions.write(changes, read, now(), onMark);
      onStored(count);
      return all;
    };
    if (!(await write(losers))) return false;
    await step('demoted');
    if (!(await write(winner))) return false;
    await step('promoted');
    // Whoever has left since then may have been published already, and is published once more.
    const gone = await notOf(job, changed);
    await mark(gone);
    if (gone.length > 0 || !(await moveApart(job, apart))) return false;
    return jobs.confirm(job, revision, primary);
  };

  /**
   * @param marks of the page for which it is published
   * @returns false where others change the same postings again and again: to be tried later
   */
  return async (job: string, marks: PageMarks = createPageMarks([])): Promise<boolean> => {
    for (let attempts = 1; attempts <= MOST_ATTEMPTS; attempts += 1) {
      if (await attempt(job, marks)) return true;
      // Two in step would overtake each other again and again.
      await sleep(backoffMs(attempts, BACKOFF, Math.random()));
    }
    return false;
  };
};

export type PublishJob = ReturnType<typeof createPublishJob>;
