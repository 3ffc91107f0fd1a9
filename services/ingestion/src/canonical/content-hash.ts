import { hash } from 'node:crypto';
import type { CanonicalPosting } from '@skillstream/contracts';

export type PostingContent = Omit<CanonicalPosting, 'version' | 'contentHash'>;

/**
 * The identity of a posting's content: sha256 (base64url) over its fields in a fixed order, without `version` and
 * `receivedAt`.
 * @param datePosted the day that the sender gave; null where it was filled in on receipt, since a posting sent again
 * tomorrow without a date has not changed
 */
export const contentHashOf = (posting: PostingContent, datePosted: string | null): string => {
  const { location, salary } = posting;
  const fields = [
    posting.postingId,
    posting.title,
    posting.organization,
    posting.description,
    location.country,
    location.region,
    location.city,
    posting.workplace,
    posting.role,
    posting.seniority,
    posting.employmentType,
    salary && [salary.min, salary.max, salary.currency, salary.period],
    datePosted,
    posting.url,
    posting.language,
  ];
  return hash('sha256', JSON.stringify(fields), 'base64url');
};
