import { SEGMENT_MS } from '@skillstream/contracts';

/** Behind the age at which a segment is closed, whatever the difference between two clocks. */
const AGAIN_AFTER_MS = SEGMENT_MS + 10 * 60_000;

/** When a tombstone that is published at about this time is to be published again: see `PostingDocument`. */
export const tombstoneAgainAt = (now: Date): Date => new Date(now.getTime() + AGAIN_AFTER_MS);
