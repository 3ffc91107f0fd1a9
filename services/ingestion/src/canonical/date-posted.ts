const DAY_MS = 86_400_000;
/** The earliest date accepted. Every counted month has views of its own, so the range of dates is bounded. */
const FIRST_DAY = '1990-01-01';
const FIRST_MS = Date.parse(FIRST_DAY);
const pattern =
  /^(\d{4})-(\d{2})(?:-(\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?)(Z|[+-]\d{2}:?\d{2})?)?)?$/i;

/**
 * The day a posting was published, in UTC.
 * @param given an ISO date, a date-time (UTC if without a zone) or a month, which means its first day
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
  const at = time === undefined ? midnight : new Date(`${year}-${month}-${day}T${time}${withColon(zone)}`);
  if (Number.isNaN(at.getTime())) return { message: 'no such time of day' };
  // Checked as it will be stored: a zone may move a day across either end.
  if (at.getTime() < FIRST_MS) return { message: `lies before ${FIRST_DAY}` };
  if (at.getTime() > now.getTime() + DAY_MS) return { message: 'lies in the future' };
  return { date: at.toISOString().slice(0, 10) };
};

const withColon = (zone = 'Z'): string => zone.toUpperCase().replace(/^([+-]\d{2})(\d{2})$/, '$1:$2');
