// A day ahead at most is taken, and by a clock of the far east that may be one more.
const AHEAD_MS = 2 * 86_400_000;

/** No posting of a month before counts: a slip of the year, or worse, must not make views of its own. */
export const FIRST_MONTH = '1990-01';

/**
 * The month that a posting counts in. One that cannot be (before 1990, or later than two days after the posting was
 * received) is none: the posting is in the ledger and in no other view. Told by the event alone, so that a recount in
 * a year says the same.
 * @param datePosted YYYY-MM-DD
 * @param receivedAt an ISO 8601 time in UTC
 */
export const countedMonth = (datePosted: string, receivedAt: string): string | null => {
  const month = datePosted.slice(0, 7);
  const last = new Date(Date.parse(receivedAt) + AHEAD_MS).toISOString().slice(0, 7);
  return month >= FIRST_MONTH && month <= last ? month : null;
};
