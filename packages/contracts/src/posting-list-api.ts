import { z } from 'zod';
import { sourceName } from './posting.ts';
import { wholeNumber } from './whole-number.ts';

/** The most postings on a page of a list, and the default. */
export const MOST_LISTED = 200;
export const DEFAULT_LISTED = 50;

const id = z.string().min(1).max(1000);

/** The query for a page of the postings of a source, of a job, or of both, in the order of their ids. */
export const postingsQuery = z
  .strictObject({
    source: sourceName.optional().describe('Only postings of this source; it or `job` must be given'),
    job: id
      .optional()
      .describe('Only live postings of this job, as the posting has it; it or `source` must be given'),
    after: id.optional().describe('The page starts after this id; by default at the first posting'),
    limit: wholeNumber(1, MOST_LISTED).optional().describe('The maximum page size; 50 by default'),
  })
  .refine(({ source, job }) => source !== undefined || job !== undefined, {
    path: ['source'],
    message: 'is missing: it or job must be given',
  });
export type PostingsQuery = z.infer<typeof postingsQuery>;

/**
 * A posting of a list, without its text. `state`: an `expired` one has lost its text, and goes on counting. What is
 * gone is null: the title with the text, the id at the source with a retraction. `job` and `primary` are those of
 * `GET /v1/postings/{id}`.
 */
export const listedPosting = z.object({
  postingId: z.string(),
  sourceId: z.string().nullable(),
  title: z.string().nullable(),
  version: z.int().positive(),
  state: z.enum(['live', 'retracted', 'expired']),
  job: z.string().min(1).optional(),
  primary: z.boolean().optional(),
});
export type ListedPosting = z.infer<typeof listedPosting>;

/**
 * `GET /v1/postings`: a page in the order of the ids; `next` is the id after which the next one begins, null on the
 * last.
 */
export const postingsPage = z.object({
  postings: z.array(listedPosting),
  next: z.string().nullable(),
});
export type PostingsPage = z.infer<typeof postingsPage>;
