import { locale } from './locale.ts';

const wholes = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
const tenths = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
const significant = new Intl.NumberFormat(locale, { maximumSignificantDigits: 1 });

/** A number without decimals. */
export const whole = (value: number): string => wholes.format(value);

/** A number with as many digits as people read of a rate or a duration; one that is not 0 is never shown as 0. */
export const amount = (value: number): string => {
  if (value >= 100) return whole(value);
  return value === 0 || value >= 0.05 ? tenths.format(value) : significant.format(value);
};
