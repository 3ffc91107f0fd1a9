import { z } from 'zod';

/** One number that differs: `key` and `field` name its place, in the views or in the facts. */
export const difference = z.object({
  model: z.enum(['views', 'facts']),
  partition: z.int().nonnegative(),
  key: z.string(),
  field: z.string(),
  expected: z.string().nullable(),
  found: z.string().nullable(),
});
export type Difference = z.infer<typeof difference>;

export const verifyJob = z.object({
  id: z.string(),
  state: z.enum(['running', 'done', 'failed']),
  partitionsDone: z.int().nonnegative(),
  partitions: z.int().nonnegative(),
  postings: z.int().nonnegative(),
  numbersCompared: z.int().nonnegative(),
  differences: z.array(difference),
  differenceCount: z.int().nonnegative(),
  /**
   * Retracted postings that the facts still have and the log does not, because compaction removed their tombstones.
   * They are no differences.
   */
  cleanedRetractions: z.int().nonnegative().optional(),
  error: z.string().optional(),
});
export type VerifyJob = z.infer<typeof verifyJob>;
