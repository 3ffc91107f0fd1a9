import type { AnsweredFrom, DemandFilter } from '@skillstream/contracts';

/** The fields of a posting that queries may read. */
export type CountedPosting = {
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

/** Passes every posting that matches a filter to `take`, one at a time. */
export type ReadPostings = (
  filter: DemandFilter,
  take: (posting: CountedPosting) => void,
) => Promise<AnsweredFrom>;
