import type { CanonicalPosting, PostingRecord } from '@skillstream/contracts';
import { payText } from '../format/pay-text.ts';
import { capital, countryName, valueName } from '../format/words.ts';

/** What is said of a posting and what it was read as. */
export type ReadAsRow = { name: string; value: string };

const NOT_FOUND = 'not found in it';

const stated = (value: string | undefined): string =>
  value === undefined || value === 'unknown' ? NOT_FOUND : capital(valueName(value));

/**
 * What a stored posting was read as by ingestion: what filters and pay count it by. Pure.
 * @returns nothing where its content is not stored, as of one that is retracted
 */
export const readAs = ({ posting }: Pick<PostingRecord, 'posting'>): ReadAsRow[] => {
  if (posting === null) return [];
  const { title = '', role, seniority, workplace, location, salary } = posting as Partial<CanonicalPosting>;
  const country = location?.country ?? null;
  const place = [location?.city, country && countryName(country)].filter(Boolean).join(', ');
  return [
    { name: 'Title', value: title },
    { name: 'Role', value: stated(role) },
    { name: 'Level', value: stated(seniority) },
    { name: 'Country', value: country === null ? NOT_FOUND : place },
    { name: 'Workplace', value: stated(workplace) },
    { name: 'Pay', value: (salary && payText(salary)) ?? NOT_FOUND },
  ];
};
