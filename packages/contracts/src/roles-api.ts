import { z } from 'zod';
import { answeredFilter, answeredFrom, measuredShare, postingFilter, via } from './demand-api.ts';
import { inOrder } from './in-order.ts';
import { roles } from './posting.ts';

/** Which postings are counted by their roles. */
export const rolesQuery = inOrder(postingFilter.omit({ role: true }).extend({ via }));
export type RolesQuery = z.infer<typeof rolesQuery>;

export const rolesAnswer = z.object({
  filter: answeredFilter,
  population: z.int().nonnegative(),
  roles: z.array(measuredShare.extend({ role: z.enum(roles) })),
  answeredFrom,
});
export type RolesAnswer = z.infer<typeof rolesAnswer>;
