import type { Turns } from '@skillstream/async';
import { compare } from '@skillstream/linking';
import type { JobStore } from '../store/job-store.ts';
import type { SignatureStore } from '../store/signature-store.ts';
import type { LinkLimits } from './assign.ts';
import { componentOf } from './component.ts';
import { isSigned, onItsOwn, unpackSignature } from './stored-signature.ts';

export type SplitJobDeps = {
  signatures: Pick<SignatureStore, 'get' | 'of' | 'change'>;
  jobs: Pick<JobStore, 'published'>;
  /** Has postings linked again. */
  mark: (ids: string[]) => Promise<void>;
  limits: LinkLimits;
  turns: Turns;
};

/** In a job of 1,000 that all hang together by their primary 999 are enough. */
const MOST_COMPARED = 20_000;

/**
 * Splits a job that a posting has left: what was like that one only, and hangs together with the posting that counts
 * in no other way, leaves as well and is linked anew, so that it counts as if the other one had never been there.
 * Expired ones leave, too: they would lead the others back.
 * @returns false where one of them has changed meanwhile: to be tried again
 */
export const createSplitJob =
  ({ signatures, jobs, mark, limits, turns }: SplitJobDeps) =>
  async (job: string): Promise<boolean> => {
    const primary = await jobs.published(job);
    const counted = primary === null ? null : await signatures.get(primary);
    if (!isSigned(counted) || counted.job !== job) return true;
    const members = (await signatures.of(job, limits.members))
      .filter(isSigned)
      .filter(({ _id }) => _id !== primary)
      .map((found) => ({ found, signature: unpackSignature(found.signature) }));
    const first = { found: counted, signature: unpackSignature(counted.signature) };
    const areAlike = async (a: typeof first, b: typeof first): Promise<boolean> => {
      await turns.pause();
      return compare(a.signature, b.signature).class !== 'none';
    };
    const { apart } = await componentOf(first, members, areAlike, MOST_COMPARED);
    const movers = apart.map(({ found }) => found);
    const ids = movers.map(({ _id }) => _id);
    // Marked before, for a crash in between; and behind, where another linker has looked at one meanwhile.
    await mark(ids);
    let all = true;
    for (const one of movers) all = (await signatures.change(one, onItsOwn(one))) && all;
    await mark(ids);
    return all;
  };

export type SplitJob = ReturnType<typeof createSplitJob>;
