import type { EmploymentType } from '@skillstream/contracts';
import { employmentTypeInField, employmentTypeInTitle } from '@skillstream/contracts/employment-words';
import { derived, given, type Derived } from './derived.ts';

/**
 * The type of employment.
 * @param stated what the sender states ("FullTime", "PART_TIME", "Contractor"); it takes precedence over the header
 * @param header title and first line
 * @returns null where neither names one
 */
export const employmentTypeOf = (
  stated: string | undefined,
  header: string,
): Derived<EmploymentType | null> => {
  const type = stated === undefined ? null : employmentTypeInField(stated);
  if (type !== null) return given(type);
  const named = employmentTypeInTitle(header);
  return named === null ? given(null) : derived(named, 'title', 'likely');
};
