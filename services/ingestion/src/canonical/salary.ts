import type { CanonicalPosting, Derivation, PostingInput, ValidationIssue } from '@skillstream/contracts';
import { salaryInText, salaryInWords } from './salary-in-text.ts';

type Salary = CanonicalPosting['salary'];

/** Upper bound, in units of the currency per period: a year's pay in the smallest units there are is some 10^10. */
const MOST_PAY = 1e12;

const currencies = new Set(Intl.supportedValuesOf('currency'));

/**
 * The salary that a sender states in its own field.
 * @returns null where neither end is given (0 means not given); an issue for an unknown currency, for a lower end
 * above the upper one, or for an implausible amount
 */
const statedSalary = (
  given: NonNullable<PostingInput['salary']>,
): { salary: Salary } | { faults: ValidationIssue[] } => {
  const currency = given.currency.toUpperCase();
  const min = given.min || null;
  const max = given.max || null;
  const faults: ValidationIssue[] = [];
  if (!currencies.has(currency)) {
    faults.push({ path: 'salary.currency', message: `${currency} is no ISO 4217 currency` });
  }
  if (min !== null && max !== null && min > max) {
    faults.push({ path: 'salary.min', message: 'is above salary.max' });
  }
  for (const end of ['min', 'max'] as const)
    if ((given[end] ?? 0) > MOST_PAY) faults.push({ path: `salary.${end}`, message: `is above ${MOST_PAY}` });
  if (faults.length > 0) return { faults };
  return { salary: min === null && max === null ? null : { min, max, currency, period: given.period } };
};

/** What a sender says of the pay. */
export type StatedPay = Pick<PostingInput, 'salary' | 'salaryText'>;

/**
 * A posting's salary: the stated one, else what the field `salaryText` says, else what the description says. A
 * `salaryText` with a number in it decides, even where it is unclear; "competitive" leaves it to the description.
 * @param country where the work is, ISO 3166-1: it decides which dollar a bare "$" is
 */
export const salaryOf = (
  { salary, salaryText = '' }: StatedPay,
  description: string,
  country: string | null,
): { salary: Salary; by: Derivation | null } | { faults: ValidationIssue[] } => {
  const stated = salary === undefined ? { salary: null } : statedSalary(salary);
  if ('faults' in stated) return stated;
  if (stated.salary !== null) return { ...stated, by: null };
  if (/\d/.test(salaryText)) {
    const found = salaryInWords(salaryText, country);
    return { salary: found?.salary ?? null, by: found && { from: 'field', confidence: 'stated' } };
  }
  const found = salaryInText(description, country);
  if (found === null) return { salary: null, by: null };
  const { salary: pay, start, end, sure } = found;
  return { salary: pay, by: { from: 'text', confidence: sure ? 'likely' : 'guess', start, end } };
};
