import { z } from 'zod';
import { appliedFilter, answeredFrom, measuredShare, postingFilter, via } from './demand-api.ts';
import { withConsistentFilter } from './consistent-filter.ts';
import { bothCounts, counted, countParameter } from './count-unit.ts';
import { payQuantiles } from './salary-api.ts';

// The ids of skills are far shorter. The released schema has no bound, so the JSON Schema has none either.
const MOST = 100;
const skillId = z.string().refine(({ length }) => length <= MOST, `has more than ${MOST} characters`);

export const compareSkillsQuery = withConsistentFilter(
  postingFilter.extend({
    a: skillId.describe('The id of one skill'),
    b: skillId.describe('The id of the other skill'),
    count: countParameter,
    via,
  }),
);
export type CompareSkillsQuery = z.infer<typeof compareSkillsQuery>;

const comparedSkill = measuredShare.extend({ skillId: z.string(), pay: payQuantiles });

/**
 * Two skills side by side in the same postings: the share of each with its interval, the yearly pay of the postings
 * that ask for it, and both shares month by month. `postings` and `jobs` are the population in both
 * units.
 */
export const compareSkillsResult = z.object({
  filter: appliedFilter,
  counted,
  ...bothCounts.shape,
  a: comparedSkill,
  b: comparedSkill,
  months: z.array(z.object({ month: z.string(), a: measuredShare, b: measuredShare })),
  answeredFrom,
});
export type CompareSkillsResult = z.infer<typeof compareSkillsResult>;
