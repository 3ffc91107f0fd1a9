import { filledFields, type FilledField } from '@skillstream/contracts';
import type { UnversionedPosting } from '../canonical/canonical-posting.ts';

export type Filled = Record<FilledField, number>;

/** No posting has any field. */
export const noneFilled = (): Filled => Object.fromEntries(filledFields.map((field) => [field, 0])) as Filled;

/** Counts the fields that are known of a posting. */
export const addFilled = (filled: Filled, posting: UnversionedPosting): void => {
  const { title, organization, location, workplace, role, seniority, salary } = posting;
  const isKnown: Record<FilledField, boolean> = {
    ...{ title: title !== '', organization: organization !== null, country: location.country !== null },
    ...{ workplace: workplace !== 'unknown', role: role !== 'other', seniority: seniority !== 'unknown' },
    salary: salary !== null,
  };
  for (const field of filledFields) filled[field] += isKnown[field] ? 1 : 0;
};
