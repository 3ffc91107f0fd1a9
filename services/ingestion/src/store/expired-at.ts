import type { PostingDocument } from './documents.ts';

/**
 * When the text of a posting expired; undefined while it has text, and where it was retracted since: an earlier
 * release, after a rollback, retracts an expired posting without taking the date away.
 */
export const expiredAtOf = ({
  retracted,
  expiredAt,
}: Pick<PostingDocument, 'retracted' | 'expiredAt'>): Date | undefined =>
  retracted ? undefined : (expiredAt ?? undefined);
