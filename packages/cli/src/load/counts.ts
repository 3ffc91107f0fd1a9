/** The results of the postings of a load so far. */
export type Counts = {
  accepted: number;
  unchanged: number;
  /**
   * Unchanged when they were sent again: accepted by an attempt whose response was lost, or unchanged before. Nobody
   * can tell which.
   */
  resent: number;
  rejected: number;
  unsent: number;
};

/** The counts of a load that has sent nothing yet; its caller adds to them in place. */
export const newCounts = (): Counts => ({ accepted: 0, unchanged: 0, resent: 0, rejected: 0, unsent: 0 });
/** Whether there was at least one posting, and all were refused. */
export const nothingTaken = (counts: Counts): boolean =>
  counts.rejected > 0 && settled(counts) === counts.rejected;
/** All that have a result. */
export const settled = ({ accepted, unchanged, resent, rejected }: Counts): number =>
  accepted + unchanged + resent + rejected;
