/** The results of the postings of a load so far. */
export type Counts = { accepted: number; unchanged: number; rejected: number; unsent: number };

/** The counts of a load that has sent nothing yet; its caller adds to them in place. */
export const newCounts = (): Counts => ({ accepted: 0, unchanged: 0, rejected: 0, unsent: 0 });
/** Whether there was at least one posting, and all were refused. */
export const nothingTaken = ({ accepted, unchanged, rejected }: Counts): boolean =>
  rejected > 0 && accepted + unchanged === 0;
/** All that have a result. */
export const settled = ({ accepted, unchanged, rejected }: Counts): number => accepted + unchanged + rejected;
