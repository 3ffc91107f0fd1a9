import { locale } from './locale.ts';

const times = new Intl.DateTimeFormat(locale, { timeStyle: 'medium' });
// A time style has no part of a second.
const exact = { hour: 'numeric', minute: '2-digit', second: '2-digit', fractionalSecondDigits: 3 } as const;
const exactTimes = new Intl.DateTimeFormat(locale, exact);
const exactDays = new Intl.DateTimeFormat(locale, {
  year: 'numeric',
  month: 'short',
  day: 'numeric',
  ...exact,
});
const days = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'medium' });

const isSameDay = (one: Date, other: Date): boolean => one.toDateString() === other.toDateString();

/** A time of day to the second, as the reader's country writes it; of another day than today with its date. */
export const timeOfDay = (at: Date | number | string, now = new Date()): string => {
  const time = new Date(at);
  return (isSameDay(time, now) ? times : days).format(time);
};

/** The same to the millisecond: of what follows each other within a second. */
export const exactTimeOfDay = (at: Date | number | string, now = new Date()): string => {
  const time = new Date(at);
  return (isSameDay(time, now) ? exactTimes : exactDays).format(time);
};
