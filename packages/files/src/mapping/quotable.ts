import { readAmount } from './amount.ts';
import type { Field } from './field.ts';

const ofPay: ReadonlySet<Field> = new Set(['salary', 'salaryMin', 'salaryMax']);
const MOST_CHARS = 40;
// An amount or a range of up to six digits without marks, with the sign of a currency: no word fits.
const end = String.raw`\p{Sc}?\s?(?:[1-9](?:[.,'’]\d{3}){2}|[1-9]\d{0,2}[.,'’]\d{3}|[1-9]\d{0,5})(?:[.,]\d{1,2})?\s?(?:k|K)?\s?\p{Sc}?`;
const amounts = new RegExp(`^(${end})(?:\\s?[-–—]\\s?(${end}))?$`, 'u');

const sign = /[\p{Sc}\s]/gu;
const amountOf = (text: string): number => readAmount(text.replace(sign, '')) ?? 0;
const isRound = (text: string): boolean => !/\d{6}/.test(text) || /00(?!\d)/.test(text);
/** Whether what looks like a range is none of the numbers of phones: "172-123456", "555-1234". */
const isPay = (low: string, high: string | undefined): boolean => {
  if (![low, high ?? ''].every(isRound)) return false;
  if (high === undefined) return true;
  // "60 – 70k"
  const [from, to] = [amountOf(/k/i.test(high) ? `${low}k` : low), amountOf(high)];
  return from <= to && to <= 2 * from;
};

/**
 * The value of a cell where it can hold nothing that points to a person: a pay of digits. Any other cell may be a text
 * with a name in it, whatever its column is called.
 */
export const quotableOf = (field: Field, value: string | undefined): string | undefined => {
  if (value === undefined || !ofPay.has(field) || value.length > MOST_CHARS) return undefined;
  const [, low, high] = amounts.exec(value) ?? [];
  return low !== undefined && isPay(low, high) ? value : undefined;
};
