import { z } from 'zod';

/** One fault of a request, with the path of the field it is about (`salary.currency`). */
export const validationIssue = z.object({ path: z.string(), message: z.string() });
export type ValidationIssue = z.infer<typeof validationIssue>;

/** An error answer: RFC 9457 problem+json. */
export const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string().optional(),
  code: z.string(),
  traceId: z.string().optional(),
  faults: z.array(validationIssue).optional(),
  /** Of a skill that nobody knows: the ids nearest to it, which may be none. */
  nearest: z.array(z.string()).optional(),
});
export type Problem = z.infer<typeof problem>;
