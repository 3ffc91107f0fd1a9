import { locale } from './locale.ts';

const unitOf = (unit: string, digits: number) =>
  new Intl.NumberFormat(locale, { style: 'unit', unit, maximumFractionDigits: digits });
const milliseconds = unitOf('millisecond', 0);
const seconds = unitOf('second', 1);
const minutes = unitOf('minute', 1);
const hours = unitOf('hour', 1);

/** Milliseconds in the unit that suits them, like 7 ms, 1.2 sec, 3 min or 2.5 hr: a wait may be any of them. */
export const duration = (ms: number): string => {
  if (ms < 1_000) return milliseconds.format(ms);
  if (ms < 60_000) return seconds.format(ms / 1_000);
  return ms < 3_600_000 ? minutes.format(ms / 60_000) : hours.format(ms / 3_600_000);
};
