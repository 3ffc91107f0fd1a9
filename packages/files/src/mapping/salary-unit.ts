import { currencyOf, periodOf, type SalaryCells } from './salary.ts';

type Unit = Pick<SalaryCells, 'currency' | 'period'>;

const MOST_NAME = 200;
/** What may stand beside a currency and a period without changing what is meant. */
const fillers = new Set('in per pro par por a je gross brutto brut bruto net netto'.split(' '));
// In capitals "all" and "top" are words of any column.
const codes = new Set(Intl.supportedValuesOf('currency').filter((code) => !['ALL', 'TOP'].includes(code)));

// "all" and "top" are currencies as well: a code in small letters is one of those that people do write so.
const writtenSmall = new Set('eur usd gbp chf cad aud nzd sgd sek nok dkk pln czk huf inr'.split(' '));
const isCurrency = (word: string): boolean =>
  /^[a-z]{3}$/i.test(word)
    ? writtenSmall.has(word.toLowerCase()) || codes.has(word)
    : currencyOf(word) !== null;

/**
 * What a column's name says in brackets of the pay below it: `Gehalt (EUR/Jahr)`.
 * @returns nothing where a word in them is not known ("k€"), or they name two currencies or two periods
 */
export const unitOf = (column: string): Unit => {
  const start = column.search(/[([]/);
  if (start < 1 || column.length > MOST_NAME) return {};
  const words = column
    .slice(start)
    .split(/[\s/,;:()[\]]+/)
    .filter((word) => word !== '' && !fillers.has(word.toLowerCase()));
  const currencies = words.filter(isCurrency);
  const periods = words.filter((word) => !isCurrency(word) && periodOf(`/${word}`) !== null);

  if (currencies.length > 1 || periods.length > 1) return {};
  if (currencies.length + periods.length < words.length) return {};
  const [[currency], [period]] = [currencies, periods];
  return {
    ...(currency !== undefined && { currency }),
    ...(period !== undefined && { period: `/${period}` }),
  };
};

/** The first of what is said of one thing; null where the others mean something else. */
const agreed = (
  said: readonly (string | undefined)[],
  read: (text: string) => string | null,
): string | undefined | null => {
  const given = said.filter((one) => one !== undefined);
  // What only ingestion understands, like "US$", contradicts nothing.
  const known = new Set(given.map(read).filter((one) => one !== null));
  return known.size > 1 ? null : given[0];
};

/**
 * The cells of a pay with what the names of their columns say of it. A text's own words go before them.
 * @param columns the names of the columns of the pay
 * @returns null where cells and names contradict each other
 */
export const withUnits = (cells: SalaryCells, columns: readonly string[]): SalaryCells | null => {
  const units = columns.map(unitOf);
  const hasPeriod = cells.text !== undefined && periodOf(cells.text) !== null;
  const currency = agreed([cells.currency, ...units.map((unit) => unit.currency)], currencyOf);
  const period = hasPeriod
    ? cells.period
    : agreed([cells.period, ...units.map((unit) => unit.period)], periodOf);
  if (currency === null || period === null) return null;
  return { ...cells, ...(currency !== undefined && { currency }), ...(period !== undefined && { period }) };
};
