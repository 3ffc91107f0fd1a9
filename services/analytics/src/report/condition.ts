import type { Condition, Names } from './schema.ts';

/** What a report looks at in a posting. */
export type ReportedPosting = {
  country: string | null;
  workplace: string;
  skills: readonly string[];
  categories: readonly string[];
  /** US dollars a year; null where the posting states no pay. */
  salaryUsd: number | null;
};

/** Whether a posting has one of the names. */
export const hasOne = (posting: ReportedPosting, { skills, categories, workplaces }: Names): boolean =>
  skills.some((skill) => posting.skills.includes(skill)) ||
  categories.some((category) => posting.categories.includes(category)) ||
  workplaces.some((workplace) => workplace === posting.workplace);

/** Whether a posting has one name of each group. */
export const meets = (posting: ReportedPosting, condition: Condition): boolean =>
  condition.every((group) => hasOne(posting, group));
