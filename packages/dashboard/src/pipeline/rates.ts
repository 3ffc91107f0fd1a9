import { locale } from '../format/locale.ts';

const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
const tenths = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
const hundredths = new Intl.NumberFormat(locale, { maximumSignificantDigits: 1 });

/** What stands where a figure is not known: not the same as 0. */
export const NO_DATA = 'no data';

// A rate that is not 0 is never shown as 0.
const amount = (value: number): string => {
  if (value >= 100) return whole.format(value);
  return value === 0 || value >= 0.05 ? tenths.format(value) : hundredths.format(value);
};

/** Something each second, like 12.3 / s. */
export const perSecond = (value: number | null | undefined): string =>
  value === null || value === undefined ? NO_DATA : `${amount(value)} / s`;

/** A duration in seconds as people say it, like 4.2 s or 3 min. */
export const duration = (seconds: number | null | undefined): string => {
  if (seconds === null || seconds === undefined) return NO_DATA;
  if (seconds < 120) return `${amount(seconds)} s`;
  return seconds < 7200 ? `${whole.format(seconds / 60)} min` : `${whole.format(seconds / 3600)} h`;
};

/** A wait in milliseconds, like 12 ms. */
export const wait = (ms: number | null | undefined): string => {
  if (ms === null || ms === undefined) return NO_DATA;
  return ms < 1000 ? `${whole.format(ms)} ms` : duration(ms / 1000);
};
