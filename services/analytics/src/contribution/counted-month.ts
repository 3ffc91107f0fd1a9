// Ingestion accepts dates up to a day ahead; time zones far to the east add another day.
const AHEAD_MS = 2 * 86_400_000;

/** Postings of earlier months are not counted: a mistyped year must not create views of its own. */
export const FIRST_MONTH = '1990-01';

/**
 * Returns the month that a posting counts in, YYYY-MM, or null for an implausible date (before 1990, or later than two
 * days after the posting was received): the posting is then in the ledger and in no other view. Depends on the event
 * alone, so that a recount in a year gives the same.
 * @param datePosted YYYY-MM-DD
 * @param receivedAt an ISO 8601 time in UTC
 */
export const countedMonth = (datePosted: string, receivedAt: string): string | null => {
  const month = datePosted.slice(0, 7);
  const last = new Date(Date.parse(receivedAt) + AHEAD_MS).toISOString().slice(0, 7);
  return month >= FIRST_MONTH && month <= last ? month : null;
};
