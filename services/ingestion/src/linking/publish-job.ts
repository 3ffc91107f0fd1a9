import { backoffMs, sleep } from '@skillstream/async';
import type { JobStore } from '../store/job-store.ts';
import { stateOf, type LinkedDocument, type LinkVersions } from '../store/link-versions.ts';
import type { SignatureStore } from '../store/signature-store.ts';
import type { LinkLimits } from './assign.ts';
import { planJob, type LinkChange, type PlannedMember } from './plan-job.ts';

export type PublishJobDeps = {
  signatures: Pick<SignatureStore, 'membersOf' | 'hasOthers'>;
  jobs: JobStore;
  versions: LinkVersions;
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
  const { signatures, jobs, versions, limits, step, onStored, now } = deps;

  const attempt = async (job: string): Promise<boolean> => {
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
    const { primary, losers, winner } = planJob(
      job,
      documents.flatMap((document) => memberOf(document, posted.get(document._id)!) ?? []),
    );
    const write = async (changes: readonly LinkChange[]) => {
      const { versions: count, all } = await versions.write(changes, read, now());
      onStored(count);
      return all;
    };
    if (!(await write(losers))) return false;
    await step('demoted');
    if (!(await write(winner))) return false;
    await step('promoted');
    return jobs.confirm(job, revision, primary);
  };

  /** @returns false where others change the same postings again and again: to be tried later */
  return async (job: string): Promise<boolean> => {
    for (let attempts = 1; attempts <= MOST_ATTEMPTS; attempts += 1) {
      if (await attempt(job)) return true;
      // Two in step would overtake each other again and again.
      await sleep(backoffMs(attempts, BACKOFF, Math.random()));
    }
    return false;
  };
};

export type PublishJob = ReturnType<typeof createPublishJob>;
