import { locale } from './locale.ts';

const times = new Intl.DateTimeFormat(locale, { timeStyle: 'medium' });

/** A time of day to the second, as the reader's country writes it. */
export const timeOfDay = (at: Date | number | string): string => times.format(new Date(at));
