import type { CountedPosting } from '../postings/count-postings.ts';
import type { Condition, Names } from './schema.ts';

/** The fields of a posting that a report reads. */
export type ReportedPosting = Omit<CountedPosting, 'month' | 'role' | 'seniority' | 'duplicate'>;

/** Whether a posting has one of the names. */
export const hasOne = (posting: ReportedPosting, { skills, categories, workplaces }: Names): boolean =>
  skills.some((skill) => posting.skills.includes(skill)) ||
  categories.some((category) => posting.categories.includes(category)) ||
  workplaces.some((workplace) => workplace === posting.workplace);

/** Whether a posting has at least one name of each group. */
export const meets = (posting: ReportedPosting, condition: Condition): boolean =>
  condition.every((group) => hasOne(posting, group));
