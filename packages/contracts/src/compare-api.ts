import { z } from 'zod';
import { appliedFilter, answeredFrom, demandFilter, measuredShare } from './demand-api.ts';
import { withConsistentFilter } from './consistent-filter.ts';
import { bothCounts, counted, countParameter } from './count-unit.ts';
import { rowLimit } from './whole-number.ts';

/** What two groups of postings can differ in; a period is two months, like 2024-01..2024-12, both included. */
export const comparisons = ['role', 'country', 'workplace', 'seniority', 'period'] as const;

// A period is the longest, at twenty characters. The released schema has no bound, so the JSON Schema has none either.
const MOST = 100;
const side = z.string().refine(({ length }) => length <= MOST, `has more than ${MOST} characters`);

export const compareQuery = withConsistentFilter(
  demandFilter.extend({
    by: z.enum(comparisons).describe('The attribute that the two sides differ in'),
    a: side.describe('One side, e.g. backend, DE or 2016-01..2016-12'),
    b: side.describe('The other side'),
    top: rowLimit('The number of skills, largest difference first'),
    count: countParameter,
  }),
);
export type CompareQuery = z.infer<typeof compareQuery>;

const measuredSide = z.object({
  name: z.string(),
  filter: appliedFilter,
  population: z.int().nonnegative(),
  ...bothCounts.shape,
});

/**
 * Two groups of postings side by side, skill by skill: the share in each, and b's minus a's with its 95% interval;
 * null where one side has no postings.
 */
export const compareResult = z.object({
  by: z.enum(comparisons),
  counted,
  a: measuredSide,
  b: measuredSide,
  skills: z.array(
    z.object({
      skillId: z.string(),
      a: measuredShare,
      b: measuredShare,
      difference: z.number().min(-1).max(1).nullable(),
      low: z.number().min(-1).max(1).nullable(),
      high: z.number().min(-1).max(1).nullable(),
    }),
  ),
  answeredFrom,
});
export type CompareResult = z.infer<typeof compareResult>;
