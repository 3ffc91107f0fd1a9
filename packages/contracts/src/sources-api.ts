import { z } from 'zod';
import { answeredFrom, via } from './demand-api.ts';
import { postingOrigins } from './origin.ts';

/** The parameters of `GET /v1/sources`. */
export const sourcesQuery = z.strictObject({ via });
export type SourcesQuery = z.infer<typeof sourcesQuery>;

/**
 * Where the live postings were taken from: a board, a file or the sample, never a company. `postings` includes those
 * whose month is implausible, which count in no other result. `origin` is what a query is about that says neither
 * source nor origin.
 */
export const sourcesResult = z.object({
  origin: z.enum(postingOrigins),
  sources: z.array(
    z.object({ source: z.string(), origin: z.enum(postingOrigins), postings: z.int().positive() }),
  ),
  answeredFrom,
});
export type SourcesResult = z.infer<typeof sourcesResult>;
