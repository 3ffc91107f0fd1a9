// Without zod, so that a page can show them to choose from.

export const roles = [
  'backend',
  'frontend',
  'fullstack',
  'mobile',
  'data',
  'ml',
  'devops',
  'security',
  'qa',
  'embedded',
  'management',
  'other',
] as const;
export const seniorities = ['intern', 'junior', 'mid', 'senior', 'lead', 'unknown'] as const;
export const workplaces = ['remote', 'hybrid', 'onsite', 'unknown'] as const;

export type Role = (typeof roles)[number];
export type Seniority = (typeof seniorities)[number];
export type Workplace = (typeof workplaces)[number];

/** A period of pay behind an amount, with its article: `a year`, `an hour`. */
export const eachPeriod = (period: string): string => `${period === 'hour' ? 'an' : 'a'} ${period}`;

/** The unit of every pay that a query returns; the columns that say so in a table, which has no other place for it. */
export const PAY_UNIT = { currency: 'USD', period: 'year' } as const;
