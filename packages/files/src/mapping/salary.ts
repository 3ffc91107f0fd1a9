import type { PostingInput } from '@skillstream/contracts';
import { readAmount } from './amount.ts';

type Salary = NonNullable<PostingInput['salary']>;
type Period = Salary['period'];
/** What columns say of a pay; all may be absent. */
export type SalaryCells = { text?: string; min?: string; max?: string; currency?: string; period?: string };

const signs = new Map([
  ['€', 'EUR'],
  ['$', 'USD'],
  ['£', 'GBP'],
  ['zł', 'PLN'],
]);
const periods: readonly (readonly [Period, RegExp])[] = [
  ['hour', /hour|\bhr\b|\/\s?h\b|stunde|heure|hora|godz/i],
  ['day', /\bday|daily|\btag|jour|\bdía|\bdia\b|dzień|dzien/i],
  ['week', /week|woche|semaine|semana|tydzień|tydzien/i],
  ['month', /month|monat|mois|\bmes\b|mensual|mês|miesi/i],
  ['year', /year|annual|annum|\byr\b|\bp\.?a\b|jahr|\ban\b|annuel|año|ano|rok|roczn/i],
];
// Below it may be a month's; above no month is paid in the currencies that most files have.
const LEAST_YEARLY = 20_000;

const periodOf = (text: string | undefined): Period | null =>
  periods.find(([, pattern]) => pattern.test(text ?? ''))?.[0] ?? null;

const currencyOf = (text: string | undefined): string | null => {
  const given = text?.trim() ?? '';
  return /^[a-z]{3}$/i.test(given) ? given.toUpperCase() : (signs.get(given.toLowerCase()) ?? null);
};

const salaryOf = (
  [min, max]: readonly [number | null, number | null],
  currency: string | null,
  period: Period | null,
): Salary | null => {
  const [first, last] = [min || null, max || null];
  const least = first ?? last;
  const known = period ?? (least !== null && least >= LEAST_YEARLY ? 'year' : null);
  if (least === null || currency === null || known === null) return null;
  return {
    ...(first !== null && { min: first }),
    ...(last !== null && { max: last }),
    currency,
    period: known,
  };
};

const MOST_CHARS = 100;
const sign = String.raw`(?:[€$£]|zł|[A-Z]{3})`;
const number = String.raw`\d[\d.,'’\u00a0\u202f]{0,14}(?: \d{3}){0,3}\s?k?`;
const range = new RegExp(
  String.raw`^(?<before>${sign})?\s?(?<low>${number})\s?(?<middle>${sign})?(?:\s?(?:-|–|—|to|bis|à)\s?${sign}?\s?(?<high>${number})\s?(?<after>${sign})?)?\s?(?<rest>[^\d]{0,40})$`,
  'i',
);

/** `€60k–80k`, `60.000 - 80.000 EUR per year`: a range or an amount with its currency. */
const inText = (text: string, cells: SalaryCells): Salary | null => {
  const groups = text.length > MOST_CHARS ? undefined : range.exec(text.trim())?.groups;
  if (!groups) return null;
  const { before, low = '', middle, high, after, rest } = groups;
  const k = /k\s*$/i.test(high ?? '') && !/k\s*$/i.test(low) ? 'k' : '';
  const ends = [readAmount(low.trim() + k), high === undefined ? null : readAmount(high)] as const;
  const currency = currencyOf(before ?? middle ?? after) ?? currencyOf(cells.currency);
  return salaryOf(ends, currency, periodOf(rest) ?? periodOf(cells.period));
};

/** Whether an amount is given that is none. */
export const isUnreadAmount = (text: string | undefined): boolean =>
  text !== undefined && readAmount(text) === null;

/**
 * The pay that columns state. A text is read only where it is an amount or a range with its currency; without a period
 * an amount from 20,000 on is a year's.
 * @returns the salary; null where a cell says something of it that is not understood
 */
export const readSalary = (cells: SalaryCells): Salary | null => {
  const ends = [readAmount(cells.min ?? ''), readAmount(cells.max ?? '')] as const;
  const stated = salaryOf(ends, currencyOf(cells.currency), periodOf(cells.period));
  if (stated) return stated;
  return cells.text === undefined ? null : inText(cells.text, cells);
};
