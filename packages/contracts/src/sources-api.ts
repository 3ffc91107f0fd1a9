import { z } from 'zod';
import { counted, countParameter } from './count-unit.ts';
import { answeredFrom, via } from './demand-api.ts';
import { postingOrigins } from './origin.ts';

/** The parameters of `GET /v1/sources`. */
export const sourcesQuery = z.strictObject({ count: countParameter, via });
export type SourcesQuery = z.infer<typeof sourcesQuery>;

/**
 * Where the live postings were taken from: a board, a file or the sample, never a company. `postings` and `jobs`
 * include those whose month is implausible, which count in no other result; the order is by what is `counted`.
 * `origin` is what a query is about that says neither source nor origin.
 */
export const sourcesResult = z.object({
  origin: z.enum(postingOrigins),
  counted,
  sources: z.array(
    z.object({
      source: z.string(),
      origin: z.enum(postingOrigins),
      postings: z.int().positive(),
      jobs: z.int().nonnegative().optional(),
    }),
  ),
  answeredFrom,
});
export type SourcesResult = z.infer<typeof sourcesResult>;
