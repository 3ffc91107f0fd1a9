import { z } from 'zod';

/**
 * Redis stream that analytics writes and every gateway reads: what changed in a second, one entry each, its field
 * `data` as JSON.
 */
export const LIVE_STREAM = 'skillstream:live:v1';
/** Entries that are kept for readers that come back. */
export const LIVE_RETAINED = 1000;

/**
 * What one replica of analytics counted in a second. It is a hint: whoever wants numbers asks for them, with
 * `viewVersion` as the entity tag that they will have at least. Skills that changed most come first, 100 at most.
 */
export const liveChange = z.object({
  at: z.iso.datetime(),
  viewVersion: z.string(),
  /** How many postings more are counted, or fewer. */
  postings: z.int(),
  skills: z.array(z.object({ skillId: z.string(), change: z.int() })),
});
export type LiveChange = z.infer<typeof liveChange>;
