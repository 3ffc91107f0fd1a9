import { z } from 'zod';

/** A run that tags every posting again: `POST /v1/retag` starts one, `GET /v1/retag` returns its progress. */
export const retagJob = z.object({
  id: z.string(),
  state: z.enum(['running', 'done']),
  startedAt: z.iso.datetime(),
  finishedAt: z.iso.datetime().nullable(),
  /** Postings when it started, retracted ones included; those that came later get new tags anyway. */
  total: z.int().nonnegative(),
  /** Processed so far. */
  done: z.int().nonnegative(),
  /** Of these, skipped because their text has expired: they keep their tags. */
  expired: z.int().nonnegative().optional(),
});
export type RetagJob = z.infer<typeof retagJob>;
