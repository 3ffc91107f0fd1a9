import type { CountedPosting } from '../postings/read-postings.ts';
import type { Condition, Names } from './schema.ts';

/** What a report looks at in a posting. */
export type ReportedPosting = Omit<CountedPosting, 'role' | 'seniority'>;

/** Whether a posting has one of the names. */
export const hasOne = (posting: ReportedPosting, { skills, categories, workplaces }: Names): boolean =>
  skills.some((skill) => posting.skills.includes(skill)) ||
  categories.some((category) => posting.categories.includes(category)) ||
  workplaces.some((workplace) => workplace === posting.workplace);

/** Whether a posting has one name of each group. */
export const meets = (posting: ReportedPosting, condition: Condition): boolean =>
  condition.every((group) => hasOne(posting, group));
