import { locale as readers } from './locale.ts';

const groupOf = (locale: string): string | undefined =>
  new Intl.NumberFormat(locale).formatToParts(1_234_567).find(({ type }) => type === 'group')?.value;

const formatted = (locale: string, options: Intl.NumberFormatOptions): ((value: number) => string) => {
  const money = new Intl.NumberFormat(locale, { style: 'currency', ...options });
  const group = groupOf(locale);
  return (value) =>
    money
      .formatToParts(value)
      .map((part) => (part.type === 'group' ? (group ?? part.value) : part.value))
      .join('');
};

/**
 * Money in US dollars with the separators of a locale's other numbers. For English where a comma is the decimal sign,
 * like en-DE, CLDR has separators for currencies of their own: 1.244 postings would stand beside US$90,249.
 * @param locale like en-DE-u-nu-latn
 * @param notation compact for an axis, like $90K
 */
export const moneyOf = (locale: string, notation: 'standard' | 'compact'): ((value: number) => string) =>
  formatted(locale, { currency: 'USD', notation, maximumFractionDigits: 0 });

/** Money in any currency (ISO 4217) as where the reader is, cents only where there are some. */
export const moneyIn = (currency: string): ((value: number) => string) =>
  formatted(readers, { currency, trailingZeroDisplay: 'stripIfInteger' });
