import { z } from 'zod';
import { answeredFrom, via } from './demand-api.ts';

/** The parameters of `GET /v1/sources`. */
export const sourcesQuery = z.strictObject({ via });
export type SourcesQuery = z.infer<typeof sourcesQuery>;

/**
 * Where the live postings were taken from: a board, a file or the sample, never a company. `postings` includes those
 * whose month is implausible, which count in no other result.
 */
export const sourcesResult = z.object({
  sources: z.array(z.object({ source: z.string(), postings: z.int().positive() })),
  answeredFrom,
});
export type SourcesResult = z.infer<typeof sourcesResult>;
