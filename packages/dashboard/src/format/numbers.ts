import { locale } from './locale.ts';
import { moneyOf } from './money.ts';

const counts = new Intl.NumberFormat(locale);
const shares = new Intl.NumberFormat(locale, {
  style: 'percent',
  minimumFractionDigits: 1,
  maximumFractionDigits: 1,
});
const wholeShares = new Intl.NumberFormat(locale, { style: 'percent' });
const points = new Intl.NumberFormat(locale, {
  signDisplay: 'exceptZero',
  minimumFractionDigits: 1,
  maximumFractionDigits: 1,
});
const dollars = moneyOf(locale, 'standard');
const ratios = new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
const months = new Intl.DateTimeFormat(locale, { month: 'short', year: 'numeric', timeZone: 'UTC' });

/** What stands where there is no number: not the same as 0. */
const NO_NUMBER = '–';
const orNone =
  (format: (value: number) => string) =>
  (value: number | null | undefined): string =>
    value === null || value === undefined ? NO_NUMBER : format(value);

/** A count, like 1,234. */
export const count = orNone((value) => counts.format(value));
/** A number of things, like 1 month and 12 months; their plural ends in s. */
export const counted = (value: number, one: string): string =>
  `${count(value)} ${value === 1 ? one : `${one}s`}`;
/** A number of postings, like 1,234 postings. */
export const postings = (value: number): string => counted(value, 'posting');
/** A share of 0 to 1, like 12.3%. */
export const share = orNone((value) => shares.format(value));
/** A share on an axis, like 10%. */
export const percent = (value: number): string => wholeShares.format(value);
// As in “B − A” above it: a hyphen is narrower than the plus sign, and may be the end of a line.
const signedPoints = (value: number): string =>
  points
    .formatToParts(value * 100)
    .map((part) => (part.type === 'minusSign' ? '−' : part.value))
    .join('');
/** A difference of two shares with its sign in percentage points, like +1.2 pp: it is no share of anything. */
export const difference = orNone((value) => `${signedPoints(value)} pp`);
/** The same in full, like +1.2 percentage points. */
export const differenceInFull = orNone((value) => `${signedPoints(value)} percentage points`);
/** Yearly pay in US dollars, like $120,000. */
export const pay = orNone(dollars);
/** An interval of pays, like $118,000–$124,000. */
export const payInterval = (low: number | null | undefined, high: number | null | undefined): string =>
  low === null || low === undefined ? NO_NUMBER : `${pay(low)}–${pay(high)}`;
/** A pay on an axis, like $120K. */
export const shortPay = moneyOf(locale, 'compact');
/** A ratio, like 1.25. */
export const ratio = orNone((value) => ratios.format(value));
/** An interval of shares, like 10.1%–14.9%. */
export const interval = (low: number | null, high: number | null): string =>
  low === null || high === null ? NO_NUMBER : `${share(low)}–${share(high)}`;
/** An interval of ratios, like 1.10–1.42. */
export const ratioInterval = (low: number | undefined, high: number | undefined): string =>
  low === undefined || high === undefined ? NO_NUMBER : `${ratio(low)}–${ratio(high)}`;
/** A month, like Mar 2025 of 2025-03. */
export const month = (name: string): string => months.format(new Date(`${name}-01T00:00:00Z`));
