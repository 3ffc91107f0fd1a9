import type { DemandFilter } from '@skillstream/contracts';
import type { Found } from '../found.ts';

/** The fields of a posting that queries may read. */
export type CountedPosting = {
  /** YYYY-MM. */
  month: string;
  role: string;
  country: string | null;
  seniority: string;
  workplace: string;
  skills: readonly string[];
  categories: readonly string[];
  /** US dollars a year; null when the posting states no salary. */
  salaryUsd: number | null;
  /** Whether another posting of the same job is counted where jobs are. */
  duplicate: boolean;
};

/** Counts postings that it is given one at a time. */
type PostingCounter<T> = { add: (posting: CountedPosting) => void; counted: () => T };

/**
 * Counts every posting that matches a filter in one reading, which equal questions share: what is counted must not be
 * changed.
 * @param what names what is counted, with everything but the filter that it depends on
 * @param createCounter called once for each reading
 */
export type CountPostings = <T>(
  what: string,
  filter: DemandFilter,
  createCounter: () => PostingCounter<T>,
) => Promise<Found<T>>;
