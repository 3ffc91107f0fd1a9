import { locale } from './locale.ts';

const times = new Intl.DateTimeFormat(locale, { timeStyle: 'medium' });
const days = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'medium' });

const isSameDay = (one: Date, other: Date): boolean => one.toDateString() === other.toDateString();

/** A time of day to the second, as the reader's country writes it; of another day than today with its date. */
export const timeOfDay = (at: Date | number | string, now = new Date()): string => {
  const time = new Date(at);
  return (isSameDay(time, now) ? times : days).format(time);
};
