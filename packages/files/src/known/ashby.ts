import type { PostingInput } from '@skillstream/contracts';

/** A posting of an Ashby job board as the shared file has it. */
export type AshbyRow = {
  sourceId: string;
  company: string;
  title?: string | null;
  employmentType?: string | null;
  location?: string | null;
  country?: string | null;
  isRemote?: boolean | null;
  /** Not in the shared file; the board's API has it, and it says more than the flag. */
  workplaceType?: string | null;
  postedAt: string;
  salaryText?: string | null;
  salary?: {
    min?: number | null;
    max?: number | null;
    currency?: string | null;
    interval?: string | null;
  } | null;
  url?: string | null;
  description: string;
};

type StatedSalary = NonNullable<PostingInput['salary']>;

const workplaces = new Map<string, NonNullable<PostingInput['workplace']>>([
  ['Remote', 'remote'],
  ['Hybrid', 'hybrid'],
  ['OnSite', 'onsite'],
]);
const MAX_SALARY_TEXT = 300;
const periods = new Map<string, StatedSalary['period']>([
  ['1 YEAR', 'year'],
  ['1 MONTH', 'month'],
  ['1 WEEK', 'week'],
  ['1 DAY', 'day'],
  ['1 HOUR', 'hour'],
]);

/** An Ashby posting as a posting of ours. A one-time payment ("1 TIME") is no salary and is left out. The
 * words of a salary are passed on where the board has no structured one. */
export const mapAshby = (row: AshbyRow): PostingInput => {
  const salary = salaryIn(row.salary);
  const country = row.country?.trim();
  const workplace = workplaces.get(row.workplaceType ?? '');
  return {
    source: 'ashby',
    sourceId: row.sourceId,
    ...(row.title && { title: row.title }),
    organization: row.company,
    description: row.description,
    ...(row.location && { location: row.location }),
    ...(country && { country }),
    ...(workplace !== undefined && { workplace }),
    ...(typeof row.isRemote === 'boolean' && { remote: row.isRemote }),
    ...(row.employmentType && { employmentType: row.employmentType }),
    ...(salary !== undefined && { salary }),
    ...(salary === undefined && row.salaryText && { salaryText: salaryText(row.salaryText) }),
    datePosted: row.postedAt,
    ...(row.url && { url: row.url }),
  };
};

// Ashby writes "CA$" and "A$", so that its "$" is the US dollar wherever the work is. Longer texts only comment at the
// end.
const salaryText = (text: string): string =>
  text
    .replace(/(?<![A-Z])\$/g, 'US$')
    .slice(0, MAX_SALARY_TEXT)
    .toWellFormed();

const salaryIn = (salary: AshbyRow['salary']): StatedSalary | undefined => {
  const period = periods.get(salary?.interval ?? '');
  if (!salary?.currency || period === undefined) return undefined;
  return {
    ...(typeof salary.min === 'number' && { min: salary.min }),
    ...(typeof salary.max === 'number' && { max: salary.max }),
    currency: salary.currency,
    period,
  };
};
