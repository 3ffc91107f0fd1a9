import type { MeasuredShare } from '@skillstream/contracts';

type Difference = { difference: number; low: number; high: number };
const none = { difference: null, low: null, high: null };

/**
 * Returns the difference of two shares, b − a, with its 95% interval from the two Wilson intervals (Newcombe 1998,
 * method 10, doi:10.1002/(SICI)1097-0258(19980430)17:8<873::AID-SIM779>3.0.CO;2-I).
 * @returns nulls where a side has no postings
 */
export const differenceOf = (a: MeasuredShare, b: MeasuredShare): Difference | typeof none => {
  if (a.share === null || b.share === null) return none;
  const difference = b.share - a.share;
  const below = Math.hypot(b.share - b.low!, a.high! - a.share);
  const above = Math.hypot(b.high! - b.share, a.share - a.low!);
  return { difference, low: Math.max(-1, difference - below), high: Math.min(1, difference + above) };
};
