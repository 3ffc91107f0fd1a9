import { z } from 'zod';

/** A run that has every posting tagged again: `POST /v1/retag` begins one, `GET /v1/retag` tells how far it is. */
export const retagJob = z.object({
  id: z.string(),
  state: z.enum(['running', 'done']),
  startedAt: z.iso.datetime(),
  finishedAt: z.iso.datetime().nullable(),
  /** Postings when it began, retracted ones too; those that came later are tagged anew anyway. */
  total: z.int().nonnegative(),
  /** Looked at so far. */
  done: z.int().nonnegative(),
});
export type RetagJob = z.infer<typeof retagJob>;
