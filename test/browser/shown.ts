import type { Ledger } from '@skillstream/contracts';

// What the page writes for a number in English, by rules of its own: the page's would agree with themselves.
const counts = new Intl.NumberFormat('en-US');
const shares = new Intl.NumberFormat('en-US', {
  ...{ style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 },
});
const ratios = new Intl.NumberFormat('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
const dollars = new Intl.NumberFormat('en-US', {
  ...{ style: 'currency', currency: 'USD', maximumFractionDigits: 0 },
});
const orDash = (format: Intl.NumberFormat, value: number | null) =>
  value === null ? '–' : format.format(value);

export const shownCount = (value: number): string => counts.format(value);
export const shownRatio = (value: number): string => ratios.format(value);
export const shownPay = (value: number | null): string => orDash(dollars, value);
export const shownMonth = (month: string): string =>
  new Intl.DateTimeFormat('en-US', { month: 'short', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${month}-01`),
  );

type Measured = {
  count: number;
  population: number;
  share: number | null;
  low: number | null;
  high: number | null;
};
/** The cells of a measured share: count, population, share, interval. */
export const shownShare = ({ count, population, share, low, high }: Measured): string[] => [
  shownCount(count),
  shownCount(population),
  orDash(shares, share),
  low === null || high === null ? '–' : `${shares.format(low)}–${shares.format(high)}`,
];

/** The ledger's panel: the figures of its total by their names. */
export const shownLedger = ({ total }: Pick<Ledger, 'total'>): Record<string, string> => ({
  accepted: shownCount(total.accepted),
  pending: shownCount(total.pending),
  'in flight': shownCount(total.inFlight),
  counted: shownCount(total.counted),
  retracted: shownCount(total.retracted ?? 0),
  'dead letters': shownCount(total.deadLettered),
  missing: shownCount(total.missing ?? 0),
});
