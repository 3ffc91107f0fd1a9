import type { PostingInput } from '@skillstream/contracts';
import { readAmount } from './amount.ts';

type Salary = NonNullable<PostingInput['salary']>;
type Period = Salary['period'];
/** What columns say of a pay; all may be absent. */
export type SalaryCells = { text?: string; min?: string; max?: string; currency?: string; period?: string };

const signs = new Map([
  ['€', 'EUR'],
  ['euro', 'EUR'],
  ['euros', 'EUR'],
  ['$', 'USD'],
  ['£', 'GBP'],
  ['zł', 'PLN'],
]);
const periods: readonly (readonly [Period, RegExp])[] = [
  ['hour', /hour|\bhr\b|\/\s?h\b|\bstd\b|st[uü]nd|heure|hora|godz/i],
  ['day', /\bday|daily|\bt[aä]g|jour|\bdía|\bdia\b|dzień|dzien/i],
  ['week', /(?<!bi-?|semi-?)week|w[oö]che|semaine|semana|tydzień|tydzien/i],
  ['month', /(?<!bi-?|semi-?)month|monat|\bmtl\b|mois|\bmes\b|mensual|mês|mies/i],
  ['year', /year|annual|annum|\byr\b|\bp\.?a\b|j[aä]hr|\ban\b|annuel|año|ano|rok|roczn/i],
];
// Below it may be a month's; above no month is paid in these currencies.
const LEAST_YEARLY = 20_000;
/** Below it nobody is paid by the year: "55" is meant in thousands, or an hour's. */
const LEAST_A_YEAR = 1000;
const paidByTheYear = new Set(['USD', 'EUR', 'GBP', 'CHF', 'CAD', 'AUD', 'NZD', 'SGD']);

/** The period that a text names; null where it names none that is known. */
export const periodOf = (text: string | undefined): Period | null =>
  periods.find(([, pattern]) => pattern.test(text ?? ''))?.[0] ?? null;

/** The code of a currency that a cell names by its code, its sign or a word; null for anything else. */
export const currencyOf = (text: string | undefined): string | null => {
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
  if (least === null || currency === null) return null;
  const known = period ?? (least >= LEAST_YEARLY && paidByTheYear.has(currency) ? 'year' : null);
  if (known === null || (known === 'year' && least < LEAST_A_YEAR)) return null;
  return {
    ...(first !== null && { min: first }),
    ...(last !== null && { max: last }),
    currency,
    period: known,
  };
};

/**
 * Whether an end of a pay is given and lost: it is no amount, or what it belongs to is not known. 0 stands for none.
 * @param salary what the row's cells were read as
 */
export const isUnread = (end: string | undefined, salary: Salary | null): boolean =>
  end !== undefined && readAmount(end) !== 0 && (salary === null || readAmount(end) === null);

// "36.058": a year's pay that a program divided by hours. In other currencies an hour has thousands.
const fine = /^(\d{1,3})[.,](\d{2})\d$/;
const readEnd = (end: string, currency: string | null, period: Period | null): number | null => {
  const [, whole, cents] = fine.exec(end.trim()) ?? [];
  const isFine = whole !== undefined && period === 'hour' && paidByTheYear.has(currency ?? '');
  return isFine ? Number(`${whole}.${cents}`) : readAmount(end);
};

/**
 * The pay that columns state as amounts; without a period an amount from 20,000 on is a year's.
 * @returns null where they do not make a salary
 */
export const readSalary = ({ min, max, currency, period }: SalaryCells): Salary | null => {
  if (isUnknownPeriod(period)) return null;
  const [code, known] = [currencyOf(currency), periodOf(period)];
  return salaryOf([readEnd(min ?? '', code, known), readEnd(max ?? '', code, known)], code, known);
};

/** "Biweekly": a period that no posting can have. */
const isUnknownPeriod = (period: string | undefined): boolean =>
  period !== undefined && periodOf(period) === null;

/** How much of a text about pay goes over: all that a posting may have. */
const MOST_TEXT = 300;

// A sign of a currency, or its code.
const hasCurrency = /\p{Sc}|\b[A-Z]{3}\b|\b(?:zł|kč|kr|lei|ft)(?!\p{L})/u;

/**
 * A pay in words, or as amounts whose period is not known, with what other columns say of it: ingestion reads it, as
 * it reads that of every source.
 * @returns undefined where there is none
 */
export const salaryTextOf = ({ min, max, currency, period, ...cells }: SalaryCells): string | undefined => {
  const amounts = [min, max].filter((end) => end !== undefined && readAmount(end) !== 0).join(' - ');
  const text = cells.text ?? (currency === undefined ? '' : amounts);
  if (text === '' || isUnknownPeriod(period)) return undefined;
  const code = currency !== undefined && !hasCurrency.test(text) ? currency : undefined;
  // Behind words like "ab", which would part it from the amount; "E13" is none.
  const stated = code === undefined ? text : text.replace(/(?<![\p{L}\d])\d/u, (digit) => `${code} ${digit}`);
  return [stated, period && `/ ${periodOf(period)}`]
    .filter(Boolean)
    .join(' ')
    .slice(0, MOST_TEXT)
    .toWellFormed();
};

// As ingestion knows them; a word of three capitals may be a code.
const namesCurrency =
  /\p{Sc}|[A-Z]{3}(?!\p{L})|(?<!\p{L})(?:[Ee]uros?|Eur|Usd|dollars|pounds|rupees|reais|yuan|yen|dirhams|zł|zl|[Kk]č|Ft|[Kk]r|Rs|Rp|R|rupiah|idr|TL|SFr|Sfr|Fr|Dhs|L|[Ll]akhs?|[Ll]acs?|lpa|Cr|[Cc]rores?|[Cc][Hh][Ff]|eur|usd|gbp|cad|aud|nzd|sgd|hkd|mxn|brl|sek|nok|dkk|pln|czk|huf|ron|lei|inr|jpy|krw|won|ils|nis|php|uah|thb|vnd|aed|rmb)(?!\p{L})|грн|руб|[円元원]/u;
const inThousands = /(?:k|tsd\.?)$/i;
/** An amount, or both ends of a range; none where it is neither. In "55-65k" both are thousands. 0 is not given. */
const amountsIn = (cell: string): number[] => {
  const ends =
    cell.length > MOST_TEXT ? [] : cell.split(/[-–—]|(?<=\s)(?:bis|to)(?=\s)/).map((end) => end.trim());
  const last = ends.at(-1) ?? '';
  if (ends.length > 2 || ends.some((end) => readAmount(end) === null)) return [];
  const isShort = (end: string) =>
    inThousands.test(last) && !inThousands.test(end) && readAmount(end)! < 1000;
  return ends.flatMap((end) => readAmount(isShort(end) ? `${end}k` : end) || []);
};

/** From here on ingestion takes an amount for a year's, also where nothing or the year is said. */
const LEAST_PAY_A_YEAR = 10_000;

/**
 * Whether a pay in words is surely not understood: it names no amount or no currency ("60-70k", "nach Vereinbarung"),
 * or is an amount, or two ends, of which nobody knows what they are paid for. Whether it is understood else, ingestion
 * decides.
 * @param salaryText as it goes over, of these cells
 */
export const isUnclearText = (salaryText: string, { text, min, max, period }: SalaryCells): boolean => {
  const cells = text === undefined ? [min, max] : [text.replace(/\p{Sc}/gu, '')];
  const amounts = cells.flatMap((cell) => amountsIn(cell ?? ''));
  const least = period === undefined || periodOf(period) === 'year' ? LEAST_PAY_A_YEAR : 0;
  return (
    !/\d/.test(salaryText) || !namesCurrency.test(salaryText) || amounts.some((amount) => amount < least)
  );
};
