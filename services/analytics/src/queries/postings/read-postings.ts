import type { AnsweredFrom, DemandFilter } from '@skillstream/contracts';

/** What a question may look at in a posting. */
export type CountedPosting = {
  role: string;
  country: string | null;
  seniority: string;
  workplace: string;
  skills: readonly string[];
  categories: readonly string[];
  /** US dollars a year; null where the posting states no pay. */
  salaryUsd: number | null;
};

/** Hands every posting that a filter leaves to `take`, one at a time. */
export type ReadPostings = (
  filter: DemandFilter,
  take: (posting: CountedPosting) => void,
) => Promise<AnsweredFrom>;
