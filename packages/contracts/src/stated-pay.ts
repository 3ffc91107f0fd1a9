import type { PostingInput } from './posting.ts';
import type { ValidationIssue } from './problem.ts';

/** Upper bound, in units of the currency per period: a year's pay in the smallest units there are is some 10^10. */
const MOST_PAY = 1e12;

const currencies = new Set(Intl.supportedValuesOf('currency'));

/**
 * What is wrong with the pay that a sender states in its own field, beside its form: an unknown currency, a lower end
 * above the upper one, an implausible amount; 0 means that an end is not given.
 */
export const payFaults = ({ currency, ...ends }: NonNullable<PostingInput['salary']>): ValidationIssue[] => {
  const faults: ValidationIssue[] = [];
  const code = currency.toUpperCase();
  if (!currencies.has(code))
    faults.push({ path: 'salary.currency', message: `${code} is no ISO 4217 currency` });
  if (ends.min && ends.max && ends.min > ends.max)
    faults.push({ path: 'salary.min', message: 'is above salary.max' });
  for (const end of ['min', 'max'] as const)
    if ((ends[end] ?? 0) > MOST_PAY) faults.push({ path: `salary.${end}`, message: `is above ${MOST_PAY}` });
  return faults;
};
