import { z } from 'zod';

/** One validation issue of a request, with the path of the field it is about (`salary.currency`). */
export const validationIssue = z.object({ path: z.string(), message: z.string() });
export type ValidationIssue = z.infer<typeof validationIssue>;

/** An error response: RFC 9457 problem+json. */
export const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string().optional(),
  code: z.string(),
  traceId: z.string().optional(),
  faults: z.array(validationIssue).optional(),
  /** For an unknown skill: the ids nearest to it, possibly none. */
  nearest: z.array(z.string()).optional(),
});
export type Problem = z.infer<typeof problem>;
