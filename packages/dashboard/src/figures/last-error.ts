import type { UseQueryResult } from '@tanstack/react-query';

/** How a query is, as far as it tells whether it has failed and has not succeeded since. */
export type Asked = Pick<UseQueryResult, 'error' | 'errorUpdatedAt' | 'isPending' | 'isPlaceholderData'>;

/** An error that was shown, and when it came: by that its query is known again. */
export type ShownError = { error: Error; atMs: number };

/**
 * Why a query failed last, until it succeeds. While one that never gave anything is asked again it has no error of its
 * own, every few seconds: what is said of it would go and come, be announced each time, and take its buttons along.
 * @param shown the errors that were shown last, of this query or of others
 */
export const lastErrorOf = (query: Asked, shown: readonly ShownError[]): Error | null => {
  if (query.error) return query.error;
  if (!query.isPending && !query.isPlaceholderData) return null;
  return shown.find(({ atMs }) => atMs === query.errorUpdatedAt)?.error ?? null;
};
