import type { BothCounts } from '@skillstream/contracts';
import { fieldBeside } from '../projections/views/names.ts';

/** Creates counts of zero, to add to. */
export const noCounts = (): BothCounts => ({ postings: 0, jobs: 0 });

/** Adds counts to others. */
export const addBoth = (sum: BothCounts, { postings, jobs }: BothCounts): void => {
  sum.postings += postings;
  sum.jobs += jobs;
};

/** Adds one posting, which is also a job unless it is a duplicate. */
export const addPosting = (sum: BothCounts, duplicate: boolean): void => {
  sum.postings += 1;
  if (!duplicate) sum.jobs += 1;
};

/** The counts of postings, some of which are duplicates. */
export const bothOf = (postings: number, duplicates: number): BothCounts => ({
  postings,
  jobs: postings - duplicates,
});

/**
 * No more than there were in all, where one was read after the other: postings change meanwhile, by thousands while
 * they are linked, and no share may be above 1.
 */
export const atMost = (counts: BothCounts, population: BothCounts): BothCounts => ({
  postings: Math.min(counts.postings, population.postings),
  jobs: Math.min(counts.jobs, population.jobs),
});

/** What a field of a view adds: a field of postings to both, a field of duplicates takes them from the jobs. */
export const fieldCounts = (field: string, n: number): { field: string; counts: BothCounts } => {
  const beside = fieldBeside(field);
  return beside === null
    ? { field, counts: bothOf(n, 0) }
    : { field: beside, counts: { postings: 0, jobs: -n } };
};

/** The counts of a key, zero at first. */
export const countsAt = (map: Map<string, BothCounts>, key: string): BothCounts => {
  let counts = map.get(key);
  if (!counts) map.set(key, (counts = noCounts()));
  return counts;
};
