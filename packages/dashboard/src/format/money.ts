/**
 * Money in US dollars with the separators of a locale's other numbers. For English where a comma is the decimal sign,
 * like en-DE, CLDR has separators for currencies of their own: 1.244 postings would stand beside US$90,249.
 * @param locale like en-DE-u-nu-latn
 * @param notation compact for an axis, like $90K
 */
export const moneyOf = (locale: string, notation: 'standard' | 'compact'): ((value: number) => string) => {
  const dollars = new Intl.NumberFormat(locale, {
    ...{ style: 'currency', currency: 'USD', notation, maximumFractionDigits: 0 },
  });
  const group = new Intl.NumberFormat(locale)
    .formatToParts(1_234_567)
    .find(({ type }) => type === 'group')?.value;
  return (value) =>
    dollars
      .formatToParts(value)
      .map((part) => (part.type === 'group' ? (group ?? part.value) : part.value))
      .join('');
};
