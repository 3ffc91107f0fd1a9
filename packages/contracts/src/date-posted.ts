const DAY_MS = 86_400_000;
/** The earliest date accepted. Every counted month has views of its own, so the range of dates is bounded. */
const FIRST_DAY = '1990-01-01';
const FIRST_MS = Date.parse(FIRST_DAY);
const pattern =
  /^(\d{4})-(\d{2})(?:-(\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?)(Z|[+-]\d{2}:?\d{2})?)?)?$/i;

/**
 * The day a posting was published, as its sender wrote it: with an offset the day there, with `Z` or none that in UTC.
 * @param given an ISO date, a date-time or a month, which means its first day
 * @param now the time of receipt, whose day is used when nothing is given
 * @returns the day as YYYY-MM-DD, or why the value is invalid
 */
export const datePostedOf = (
  given: string | undefined,
  now: Date,
): { date: string } | { message: string } => {
  if (given === undefined) return { date: now.toISOString().slice(0, 10) };
  const match = pattern.exec(given.trim());
  if (match === null) return { message: 'not an ISO date, date-time or month (like 2025-10-21)' };
  const [, year = '', month = '', day = '01', time, zone] = match;
  const midnight = new Date(`${year}-${month}-${day}T00:00:00Z`);
  // Date rolls 31 June over to 1 July rather than refuse it.
  if (Number.isNaN(midnight.getTime()) || !midnight.toISOString().startsWith(`${year}-${month}-${day}`)) {
    return { message: 'no such day in the calendar' };
  }
  const written = new Date(`${year}-${month}-${day}T${time ?? '00:00'}Z`);
  const at = new Date(`${year}-${month}-${day}T${time ?? '00:00'}${withColon(zone)}`);
  if (Number.isNaN(at.getTime())) return { message: 'no such time of day' };
  if (written.getTime() < FIRST_MS) return { message: `lies before ${FIRST_DAY}` };
  const date = written.toISOString().slice(0, 10);
  // Far in the east it is a day later: neither the moment nor the day may lie beyond tomorrow.
  if (Math.max(at.getTime(), Date.parse(date)) > now.getTime() + DAY_MS)
    return { message: 'lies in the future' };
  return { date };
};

const withColon = (zone = 'Z'): string => zone.toUpperCase().replace(/^([+-]\d{2})(\d{2})$/, '$1:$2');
