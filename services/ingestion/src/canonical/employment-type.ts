import type { EmploymentType } from '@skillstream/contracts';
import { employmentTypeInField, employmentTypesIn } from '@skillstream/contracts/employment-words';
import { derived, given, type Derived } from './derived.ts';
import { employmentSaid } from './employment-said.ts';

export type EmploymentHints = {
  /** What the sender states ("FullTime", "PART_TIME", "Contractor"); it takes precedence over all words. */
  stated?: string | undefined;
  /** Empty where the sender gave none. */
  title: string;
  /** What is headline in the first line of the text. */
  headline: string;
  /** The plain description. */
  text: string;
};

/**
 * The type of employment: the first of these that names one.
 * @returns null where none does, or the first names several
 */
export const employmentTypeOf = (hints: EmploymentHints): Derived<EmploymentType | null> => {
  const type = hints.stated === undefined ? null : employmentTypeInField(hints.stated);
  if (type !== null) return given(type === 'several' ? null : type);
  const ofTitle = employmentTypesIn(hints.title);
  if (ofTitle.length > 0) return onlyOne(isStudentJob(ofTitle) ? ['intern'] : ofTitle, 'title');
  const ofHeadline = employmentTypesIn(hints.headline);
  return onlyOne(ofHeadline.length > 0 ? ofHeadline : employmentSaid(hints.text), 'text');
};

/** "Werkstudent (m/w/d) / Teilzeit" */
const isStudentJob = (types: readonly EmploymentType[]): boolean =>
  types.length === 2 && types.includes('intern') && types.includes('part-time');

const onlyOne = (types: readonly EmploymentType[], from: 'title' | 'text'): Derived<EmploymentType | null> =>
  types.length === 1 ? derived(types[0]!, from, 'likely') : given(null);
