import type { DayOrder } from '@skillstream/contracts/file-fields';
import { monthOf } from './month-names.ts';

/** What comes first in the dates of a file. Both: some show the one and some the other; null: none shows it. */
export type ShownOrder = DayOrder | 'both' | null;

/** A date as ingestion takes it, or what is wrong. `ambiguous`: the order of day and month would have to be known. */
export type ReadDate = { date: string } | { message: string; ambiguous?: true };

const unknown = {
  message: 'is no date of a form that is known, like 2025-10-21, 21.10.2025, 10/21/2025 or 21 Oct 2025',
};
const either = (why: string) =>
  ({
    message: `has day or month first, as 03/04/2025, and ${why}: say it with dates= or --dates dmy or mdy`,
    ambiguous: true,
  }) as const;
const ambiguous = either('no date near it tells which');
const contradicted = either('dates of the file show both orders');
const impossible = { message: 'is no day of the calendar' };

// As services/ingestion takes it.
const iso = /^\d{4}-\d{2}(?:-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:?\d{2})?)?)?$/i;
const yearFirst = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/;
const compact = /^((?:19|20)\d{2})(\d{2})(\d{2})$/;
const numeric = /^(\d{1,2})([-/.])\s?(\d{1,2})\2\s?(\d{4}|\d{2})(?!\d)/;
const dayName =
  /^(\d{1,2})(?:st|nd|rd|th|er|º|\.)?[\s-]+(?:de\s+)?(\p{L}+)\.?,?[\s-]+(?:de\s+)?(\d{4}|\d{2}(?!:))(?!\d)/u;
const nameDay = /^(\p{L}+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?!\d)/u;
const weekday = /^\p{L}{2,12}\.?,\s*/u;
// From 2001 on: a smaller number is a date in one word, or none.
const epoch = /^\d{10}(?:\d{3})?(?:\.\d+)?$/;
const MOST_CHARS = 60;

const two = (value: number): string => String(value).padStart(2, '0');
const dayOf = (year: number, month: number, day: number): ReadDate => {
  const date = `${year}-${two(month)}-${two(day)}`;
  const at = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(date) ? { date } : impossible;
};
const fullYear = (year: string): number => (year.length === 2 ? 2000 + Number(year) : Number(year));

const inOrder = ([, first, , second, year]: RegExpExecArray, order: DayOrder): ReadDate =>
  order === 'dmy'
    ? dayOf(fullYear(year!), Number(second), Number(first))
    : dayOf(fullYear(year!), Number(first), Number(second));

/** The orders in which numbers are a day of the calendar. */
const ordersOf = (numbers: RegExpExecArray): DayOrder[] =>
  (['dmy', 'mdy'] as const).filter((order) => 'date' in inOrder(numbers, order));

const ofNumbers = (numbers: RegExpExecArray, shown: ShownOrder): ReadDate => {
  // Nobody writes 10.21.2025.
  if (numbers[2] === '.') return inOrder(numbers, 'dmy');
  const [first, other] = ordersOf(numbers);
  if (!first) return impossible;
  if (!other || Number(numbers[1]) === Number(numbers[3])) return inOrder(numbers, first);
  if (shown === null) return ambiguous;
  return shown === 'both' ? contradicted : inOrder(numbers, shown);
};

const ofName = (year: string, name: string, day: string): ReadDate => {
  const month = monthOf(name);
  return month === null ? unknown : dayOf(fullYear(year), month, Number(day));
};

/**
 * A date of one of the common forms: ISO 8601, `21.10.2025`, `10/21/2025`, `21 Oct 2025`, `Oct 21, 2025`, RFC 822,
 * seconds or milliseconds since 1970. The day is the one that is written, whatever time and zone stand behind it.
 * @param order what comes first where both may be the month; null: not known; both: they contradict each other
 */
export const readDate = (text: string, order: ShownOrder): ReadDate => {
  const given = text
    .trim()
    .slice(0, MOST_CHARS + 1)
    .normalize('NFC');
  if (given.length > MOST_CHARS) return unknown;
  if (iso.test(given)) return { date: given };
  if (epoch.test(given)) {
    const seconds = given.split('.')[0]!.length === 10 ? Number(given) : Number(given) / 1000;
    return { date: new Date(seconds * 1000).toISOString() };
  }
  const bare = given.replace(weekday, '');
  const inYearFirst = yearFirst.exec(bare) ?? compact.exec(bare);
  const inNumbers = numeric.exec(bare);
  const inDayName = dayName.exec(bare);
  const inNameDay = nameDay.exec(bare);
  return inYearFirst
    ? dayOf(Number(inYearFirst[1]), Number(inYearFirst[2]), Number(inYearFirst[3]))
    : inNumbers
      ? ofNumbers(inNumbers, order)
      : inDayName
        ? ofName(inDayName[3]!, inDayName[2]!, inDayName[1]!)
        : inNameDay
          ? ofName(inNameDay[3]!, inNameDay[1]!, inNameDay[2]!)
          : unknown;
};

/**
 * The order of day and month that dates of a file show: one that is a day in one order alone says it for all. One that
 * is none in either is a mistake, and says nothing.
 */
export const orderOf = (texts: Iterable<string>): ShownOrder => {
  const seen = new Set<DayOrder>();
  for (const text of texts) {
    const found = numeric.exec(text.trim().replace(weekday, ''));
    if (!found || found[2] === '.') continue;
    const [order, other] = ordersOf(found);
    if (order && !other) seen.add(order);
  }
  const [order = null] = seen;
  return seen.size > 1 ? 'both' : order;
};
