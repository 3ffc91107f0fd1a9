import type { CanonicalPosting, Derivation, PostingInput, ValidationIssue } from '@skillstream/contracts';
import { payFaults } from '@skillstream/contracts/stated-pay';
import { salaryInText, salaryInWords } from './salary-in-text.ts';

type Salary = CanonicalPosting['salary'];

/**
 * The salary that a sender states in its own field.
 * @returns null where neither end is given (0 means not given); or what is wrong with it
 */
const statedSalary = (
  given: NonNullable<PostingInput['salary']>,
): { salary: Salary } | { faults: ValidationIssue[] } => {
  const faults = payFaults(given);
  if (faults.length > 0) return { faults };
  const [min, max] = [given.min || null, given.max || null];
  const { currency, period } = given;
  return {
    salary: min === null && max === null ? null : { min, max, currency: currency.toUpperCase(), period },
  };
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
