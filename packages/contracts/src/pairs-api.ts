import { z } from 'zod';
import { appliedFilter, answeredFrom, demandFilter, measuredShare, via } from './demand-api.ts';
import { withConsistentFilter } from './consistent-filter.ts';
import { bothCounts, counted, countParameter } from './count-unit.ts';
import { rowLimit } from './whole-number.ts';

export const pairsQuery = withConsistentFilter(
  demandFilter.extend({
    top: rowLimit('The number of skills, most frequent first'),
    count: countParameter,
    via,
  }),
);
export type PairsQuery = z.infer<typeof pairsQuery>;

/**
 * The skills that occur with a given skill in the same postings. Each is measured as a share of the postings that ask
 * for the given one; `lift` compares how often the two occur together with how often they would if they were
 * independent: P(a, b) / (P(a) · P(b)), with its 95% interval, which an earlier release leaves out. `postings` and
 * `jobs` are the population in both units.
 */
export const pairsResult = z.object({
  skillId: z.string(),
  filter: appliedFilter,
  counted,
  ...bothCounts.shape,
  population: z.int().nonnegative(),
  count: z.int().nonnegative(),
  pairs: z.array(
    measuredShare.extend({
      skillId: z.string(),
      lift: z.number().nonnegative(),
      liftLow: z.number().nonnegative().optional(),
      liftHigh: z.number().nonnegative().optional(),
    }),
  ),
  answeredFrom,
});
export type PairsResult = z.infer<typeof pairsResult>;
