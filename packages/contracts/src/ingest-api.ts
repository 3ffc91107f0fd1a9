import { z } from 'zod';
import { validationIssue } from './problem.ts';

/** The result for one posting of a request; `line` counts from 1 in a stream and in an array. */
export const ingestResult = z.discriminatedUnion('status', [
  z.object({
    line: z.int().positive(),
    status: z.enum(['accepted', 'unchanged']),
    postingId: z.string(),
    version: z.int().positive(),
  }),
  z.object({ line: z.int().positive(), status: z.literal('rejected'), faults: z.array(validationIssue) }),
  /** The stream cannot continue (back-pressure, an engine is unavailable): retry from this line later. */
  z.object({
    line: z.int().positive(),
    status: z.literal('unavailable'),
    retryAfterSeconds: z.number(),
    reason: z.string(),
  }),
]);
export type IngestResult = z.infer<typeof ingestResult>;

/** A stored posting as `GET /v1/postings/{id}` returns it. */
export const postingRecord = z.object({
  postingId: z.string(),
  source: z.string(),
  version: z.int().positive(),
  retracted: z.boolean(),
  pending: z.boolean(),
  posting: z.record(z.string(), z.unknown()).nullable(),
  /**
   * The job that it and others are or were of; absent where it was never one of several, or left them, and of a
   * retracted one.
   */
  job: z.string().min(1).optional(),
  /** Whether it is the one that counts where jobs are counted; absent where the job is, and then it counts as well. */
  primary: z.boolean().optional(),
  /** The text is older than its source is kept, and is gone; the posting goes on counting. */
  expiredAt: z.iso.datetime().optional(),
  /** Of an expired posting: what is left of it. */
  facts: z.record(z.string(), z.unknown()).optional(),
});
export type PostingRecord = z.infer<typeof postingRecord>;
