import type { PostingDocument } from './documents.ts';

/**
 * When the latest version was stored that somebody sent, or that closed or retracted the posting. Closing makes a
 * version and leaves `updatedAt`, which is the age of the text, and so does linking: a version of that has its own
 * time in `trail.linkedAt`, and here the time of the one before. The later of the two: an earlier release, after a
 * rollback, retracts a closed posting and leaves its date there.
 */
export const storedAtOf = ({ updatedAt, closedAt }: Pick<PostingDocument, 'updatedAt' | 'closedAt'>): Date =>
  closedAt !== undefined && closedAt > updatedAt ? closedAt : updatedAt;
