import { z } from 'zod';
import { appliedFilter, answeredFrom, demandFilter, via } from './demand-api.ts';
import { withConsistentFilter } from './consistent-filter.ts';
import { bothCounts, counted, countParameter } from './count-unit.ts';

export const salaryQuery = withConsistentFilter(demandFilter.extend({ count: countParameter, via }));
export type SalaryQuery = z.infer<typeof salaryQuery>;

/** The dimensions by which salaries can be grouped. */
export const salaryGroups = ['role', 'country', 'seniority', 'workplace'] as const;

export const salariesQuery = withConsistentFilter(
  demandFilter.extend({
    by: z.enum(salaryGroups).optional().describe('The attribute to group by; role by default'),
    count: countParameter,
    via,
  }),
);
export type SalariesQuery = z.infer<typeof salariesQuery>;

const pay = z.number().nonnegative().nullable();

/**
 * Yearly pay in US dollars of the postings that state one: `count` of them, and quantiles where there are at least 20,
 * null otherwise. A posting that gives a range counts with its middle. A quantile is within 1 % of the exact value,
 * and so are the ends of the median's 95% interval, which an earlier release leaves out.
 * `postings` and `jobs` are the count in both units; the quantiles are of the unit that is `counted`.
 */
export const payQuantiles = z.object({
  count: z.int().nonnegative(),
  p10: pay,
  p25: pay,
  median: pay,
  medianLow: pay.optional(),
  medianHigh: pay.optional(),
  p75: pay,
  p90: pay,
  ...bothCounts.shape,
});
export type PayQuantiles = z.infer<typeof payQuantiles>;

/** Pay of the postings that ask for a skill, and of those that do not. */
export const skillSalaryResult = z.object({
  skillId: z.string(),
  filter: appliedFilter,
  counted,
  with: payQuantiles,
  without: payQuantiles,
  answeredFrom,
});
export type SkillSalaryResult = z.infer<typeof skillSalaryResult>;

/**
 * Pay by group, the group with most stated pays first; a posting without a country is in no group by country. With a
 * category the response also has the pay with each skill of that category.
 */
export const salariesResult = z.object({
  filter: appliedFilter,
  counted,
  by: z.enum(salaryGroups),
  all: payQuantiles,
  groups: z.array(payQuantiles.extend({ name: z.string() })),
  skills: z.array(payQuantiles.extend({ skillId: z.string() })).optional(),
  answeredFrom,
});
export type SalariesResult = z.infer<typeof salariesResult>;
