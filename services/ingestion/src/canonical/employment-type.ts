import type { EmploymentType } from '@skillstream/contracts';
import { derived, given, type Derived } from './derived.ts';

const rules: ReadonlyArray<readonly [EmploymentType, RegExp]> = [
  ['intern', /\b(interns?|internships?|co-?op|apprentice(ship)?|werkstudent(in)?|trainee)\b/],
  ['part-time', /\bpart[ _-]?time\b|\bteilzeit\b/],
  ['full-time', /\bfull[ _-]?time\b|\bpermanent\b|\bvollzeit\b|\bcdi\b/],
  ['contract', /\b(contract(or|ing)?|freelance(r)?|b2b|cdd)\b/],
  ['temporary', /\b(temporary|temp|fixed[ _-]?term|seasonal|interim)\b/],
];

const read = (text: string): EmploymentType | null => {
  const low = text.toLowerCase();
  return rules.find(([, pattern]) => pattern.test(low))?.[0] ?? null;
};

/**
 * The type of employment. "Full-time or contract" is full-time: the first matching rule decides.
 * @param stated what the sender states ("FullTime", "PART_TIME", "Contractor"); it takes precedence over the header
 * @param header title and first line
 * @returns null where neither names one
 */
export const employmentTypeOf = (
  stated: string | undefined,
  header: string,
): Derived<EmploymentType | null> => {
  const type = stated === undefined ? null : read(stated);
  if (type !== null) return given(type);
  const named = read(header);
  return named === null ? given(null) : derived(named, 'title', 'likely');
};
