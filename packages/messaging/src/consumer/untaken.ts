/** What is known of when the records of a partition were written; each in ms since 1970, null where it is unknown. */
export type Untaken = {
  /** When the first record of the batch in hand was written: one that is being taken, or that could not be taken. */
  headMs: number | null;
  /** When the last record that was taken was written. */
  takenMs: number | null;
  /** When nothing was left to read. */
  caughtUpMs: number | null;
};

/**
 * The age of the oldest record that was not taken, in seconds. Of a record that was not fetched yet only a bound is
 * known: it was written after the last one that was taken, and after nothing was left to read.
 * @returns 0 where there is no such record, null where nothing is known of it
 */
export const oldestSecondsOf = (
  { headMs, takenMs, caughtUpMs }: Untaken,
  lag: number,
  nowMs: number,
): number | null => {
  if (lag === 0) return 0;
  const sinceMs = headMs ?? Math.max(takenMs ?? -Infinity, caughtUpMs ?? -Infinity);
  return Number.isFinite(sinceMs) ? Math.max(0, Math.round((nowMs - sinceMs) / 100) / 10) : null;
};
