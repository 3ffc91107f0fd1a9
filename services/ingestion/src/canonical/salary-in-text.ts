import type { Salary } from '@skillstream/contracts';
import { payLevelOf, writesPesos } from './currency.ts';
import { moneyIn, type Money } from './money.ts';
import { payKindOf, type PayKind } from './pay-kind.ts';
import { periodSaid, type PeriodSaid } from './pay-period.ts';

type Period = Salary['period'];
/** `sure`: a range, base pay, or a period said beside it. */
export type FoundSalary = { salary: Salary; start: number; end: number; sure: boolean };
type Candidate = FoundSalary & { kind: PayKind };

// Amounts outside these bounds are not pay: bonuses, funding rounds, prices. Units that do the work of a dollar.
const bounds: Record<Period, readonly [number, number]> = {
  year: [10_000, 1_500_000],
  month: [500, 60_000],
  week: [150, 20_000],
  day: [50, 5_000],
  hour: [3, 600],
};
// Wider in a field that is about pay: "$140K – $1M" stands there as it is meant.
const MAX_RATIO = { field: 10, text: 5 };
const AROUND = { before: 60, behind: 40 };

const payAhead =
  /(?<![\p{L}])(?:salary|salaries|compensation|comp|pay|pays|paying|base|wages?|rate|ote|earn|earnings|(?:\p{L}*gehalt|vergütung|stundenlohn)|salaire|rémunération|salario|sueldo|retribuci[oó]n|salário|remuneração|ral|wynagrodzenie|mzda|plat|lön|løn|lønn|salaris)(?![\p{L}])[^.\n]{0,40}$/iu;
const from =
  /(?:from|starting (?:at|from)|starts at|at least|minimum(?: of)?|min\.?|mind\.?|ab|mindestens|à partir de|desde|a partir de|vanaf|od|from:?)\s?$/i;
const upTo = /(?:up to|upto|max(?:imum)?\.?(?: of)?|bis zu|bis|jusqu['’]à|hasta|até|tot|do|fino a)\s?$/i;

/**
 * The salary in a text of any kind, where it is clear: "$120k–$150k", "£60,000 - £80,000 per annum", "€65k", "60-80k
 * EUR", "CHF 90'000". A range is accepted by its size; a single amount needs a "k", a period after it or a word for
 * pay before it. Millions, funding, bonuses and equity are not pay. Base pay goes before amounts without a word, those
 * before OTE.
 * @param country where the work is, ISO 3166-1: it decides which dollar a bare "$" is
 * @returns null where there is none, or several that contradict each other; never throws
 */
export const salaryInText = (text: string, country: string | null): FoundSalary | null => {
  const candidates = candidatesIn(text, country, 'text');
  for (const kind of ['base', 'plain', 'total'] as const) {
    const [first, ...others] = candidates.filter((each) => each.kind === kind);
    if (first !== undefined) return others.every((other) => agrees(first, other)) ? first : null;
  }
  return null;
};

/**
 * The salary in a field that is about pay alone, like "$121K – $151K • Offers Equity • $20K Bonus": its first amount
 * that is pay, and what follows explains it. OTE counts only where nothing else does.
 * @returns null where there is none, or another amount of the same kind contradicts it; never throws
 */
export const salaryInWords = (words: string, country: string | null): FoundSalary | null => {
  const candidates = candidatesIn(words, country, 'field');
  const first = candidates.find(({ kind }) => kind !== 'total') ?? candidates[0];
  if (first === undefined) return null;
  return candidates.every((other) => other.kind !== first.kind || agrees(first, other)) ? first : null;
};

// "EUR 80.000 - 60.000": one of them is a slip, and nobody knows which.
const otherEnd = /^ ?[-–—] ?\d{1,3}[.,' ]?\d{3}(?!\d)/;

const candidatesIn = (text: string, country: string | null, where: 'field' | 'text'): Candidate[] =>
  moneyIn(text, country)
    .map((money) => believe(money, text, country, where))
    .filter((candidate) => candidate !== null);

const believe = (
  money: Money,
  text: string,
  country: string | null,
  where: 'field' | 'text',
): Candidate | null => {
  const before = clauseBefore(text.slice(Math.max(0, money.start - AROUND.before), money.start));
  const behind = text.slice(money.end, money.end + AROUND.behind);
  const kind = payKindOf(before, behind);
  const level = payLevelOf(money.currency);
  if (kind === 'none' || level === null) return null;
  const { low, high } = money;
  const top = high ?? low;
  if (high !== null && (low > high || high > low * MAX_RATIO[where])) return null;
  if (where === 'field' && high === null && otherEnd.test(behind)) return null;
  // Millions of dollars are a company's; millions of yen a salary.
  if (money.millions && level < 10 && high === null) return null;

  const said = periodSaid(before, behind);
  if (where === 'text' && !looksLikePay(money, said, before)) return null;
  const period = periodOf(said, low, top, level);
  if (period === null) return null;
  // In Mexico "$30,000 a month" may be pesos or dollars.
  if (money.bare && period === 'month' && writesPesos(country)) return null;
  const salary = { ...endsOf(money, before, behind), currency: money.currency, period };
  const sure = kind === 'base' || high !== null || said?.close === true;
  return { salary, start: money.start, end: money.end, kind, sure };
};

const looksLikePay = (money: Money, said: PeriodSaid | null, before: string): boolean =>
  money.high !== null ||
  (money.scaled && !upTo.test(before)) ||
  said?.close === true ||
  payAhead.test(before);

const periodOf = (said: PeriodSaid | null, low: number, top: number, level: number): Period | null => {
  const fits = (period: Period) => low >= bounds[period][0] * level && top <= bounds[period][1] * level;
  if (said?.close) return fits(said.period) ? said.period : null;
  if (said?.ahead && fits(said.period)) return said.period;
  if (fits('year')) return 'year';
  return said !== null && fits(said.period) ? said.period : null;
};

const endsOf = ({ low, high }: Money, before: string, behind: string): Pick<Salary, 'min' | 'max'> => {
  if (high !== null) return { min: low, max: high };
  if (upTo.test(before)) return { min: null, max: low };
  return { min: low, max: from.test(before) || /^\+(?!\s?\p{L})/u.test(behind) ? null : low };
};

const clauseBefore = (text: string): string =>
  text.slice(Math.max(text.lastIndexOf('•'), text.lastIndexOf('\n')) + 1);

const HOURS_A_YEAR = 2080;
const aYear: Record<Period, number> = { year: 1, month: 12, week: 52, day: 260, hour: HOURS_A_YEAR };
const SAME = 0.05;

// The same pay once more, or by another period: "$83,200 a year ($40 an hour)".
const agrees = ({ salary: one }: Candidate, { salary: other }: Candidate): boolean =>
  one.currency === other.currency &&
  (['min', 'max'] as const).every((end) => {
    const [a, b] = [one[end] ?? one.min ?? one.max!, other[end] ?? other.min ?? other.max!];
    const [wide, high] = [a * aYear[one.period], b * aYear[other.period]];
    return Math.abs(wide - high) <= SAME * Math.max(wide, high);
  });
