import type { JobsChecked } from '@skillstream/contracts';

export type SettleJobsDeps = {
  /** The same jobs, checked again; undefined where a replica answers that does not check them, of a release before. */
  look: () => Promise<JobsChecked | undefined>;
  wait: () => Promise<void>;
};

/** The checks that a difference must survive: linking a page of postings takes less than the pauses between them. */
export const JOB_LOOKS = 6;

/**
 * Checks jobs again until each difference is gone, or has stood all the time: while postings of a job are published
 * one after the other, it has none that counts for a moment. An answer that checks no jobs says nothing about them.
 * @returns the first check, with the differences that are left
 */
export const settleJobs = async (
  first: JobsChecked,
  { look, wait }: SettleJobsDeps,
): Promise<JobsChecked> => {
  let { differences } = first;
  for (let looks = 1; looks < JOB_LOOKS && differences.length > 0; looks += 1) {
    await wait();
    const again = await look();
    if (again === undefined) continue;
    const found = new Map(again.differences.map((difference) => [difference.job, difference]));
    differences = differences.flatMap(({ job }) => found.get(job) ?? []);
  }
  return { ...first, differences };
};
