import type { Field } from './field.ts';

const ofPay: ReadonlySet<Field> = new Set(['salary', 'salaryMin', 'salaryMax']);
const MOST_CHARS = 40;
// An amount or a range, of up to six digits without marks, with the sign of a currency: no word and no number of a
// phone with its area fits.
const end = String.raw`\p{Sc}?\s?(?:[1-9](?:[.,'’]\d{3}){2}|[1-9]\d{0,2}[.,'’]\d{3}|[1-9]\d{0,5})(?:[.,]\d{1,2})?\s?(?:k|K)?\s?\p{Sc}?`;
const amounts = new RegExp(`^${end}(?:\\s?[-–—]\\s?${end})?$`, 'u');

/**
 * The value of a cell where it can hold nothing that points to a person: a pay of digits. Any other cell may be a text
 * with a name in it, whatever its column is called.
 */
export const quotableOf = (field: Field, value: string | undefined): string | undefined =>
  value !== undefined && ofPay.has(field) && value.length <= MOST_CHARS && amounts.test(value)
    ? value
    : undefined;
