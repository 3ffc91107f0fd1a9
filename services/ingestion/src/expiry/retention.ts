/** How many months the text of postings is kept; 0 means for good. */
export type Retention = {
  months: number;
  /** Of some sources, instead of `months`. */
  bySource: Readonly<Record<string, number>>;
};

/** Whether the text of any posting expires. */
export const isRetentionOn = ({ months, bySource }: Retention): boolean =>
  [months, ...Object.values(bySource)].some((each) => each > 0);

/** The same day of a month that lies so many months before, or that month's last day; same time of day, in UTC. */
export const monthsBefore = (now: Date, months: number): Date => {
  const before = new Date(now);
  before.setUTCMonth(now.getUTCMonth() - months);
  // Of 31 May, 30 April is a month before: Date would make it 1 May.
  if (before.getUTCDate() !== now.getUTCDate()) before.setUTCDate(0);
  return before;
};

/** Text of a source that was received before this time has expired; null where it is kept for good. */
export const expiryLimit = ({ months, bySource }: Retention, source: string, now: Date): Date | null => {
  // A source may be called "constructor", which every object has.
  const kept = Object.hasOwn(bySource, source) ? bySource[source]! : months;
  return kept > 0 ? monthsBefore(now, kept) : null;
};
