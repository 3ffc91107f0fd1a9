import { z } from 'zod';
import { appliedFilter, answeredFrom, measuredShare, postingFilter, via } from './demand-api.ts';
import { withConsistentFilter } from './consistent-filter.ts';
import { bothCounts, counted, countParameter } from './count-unit.ts';
import { roles } from './posting-values.ts';

/** The filters of `GET /v1/roles`. */
export const rolesQuery = withConsistentFilter(
  postingFilter.omit({ role: true }).extend({ count: countParameter, via }),
);
export type RolesQuery = z.infer<typeof rolesQuery>;

export const rolesResult = z.object({
  filter: appliedFilter,
  counted,
  ...bothCounts.shape,
  population: z.int().nonnegative(),
  roles: z.array(measuredShare.extend({ role: z.enum(roles) })),
  answeredFrom,
});
export type RolesResult = z.infer<typeof rolesResult>;
