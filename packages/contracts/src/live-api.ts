import { z } from 'zod';

/**
 * The Redis stream that analytics writes and every gateway reads: one entry for the changes of each second, its field
 * `data` as JSON.
 */
export const LIVE_STREAM = 'skillstream:live:v1';
/** Entries that are retained for clients that reconnect. */
export const LIVE_RETAINED = 1000;

/**
 * What one replica of analytics counted in a second. It is a hint: a client that wants numbers queries them, and gets
 * at least the version `viewVersion`, which is the entity tag. Skills that changed most come first, 100 at most.
 */
export const liveChange = z.object({
  at: z.iso.datetime(),
  viewVersion: z.string(),
  /** How many postings more are counted, or fewer; a posting that becomes a duplicate is no change. */
  postings: z.int(),
  skills: z.array(z.object({ skillId: z.string(), change: z.int() })),
});
export type LiveChange = z.infer<typeof liveChange>;
