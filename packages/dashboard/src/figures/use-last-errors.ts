import type { UseQueryResult } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { lastErrorOf, type Asked, type ShownError } from './last-error.ts';

/** Why each of some queries failed last, until it succeeds. */
export const useLastErrors = (queries: readonly Asked[]): (Error | null)[] => {
  const shown = useRef<readonly ShownError[]>([]);
  const errors = queries.map((query) => lastErrorOf(query, shown.current));
  useEffect(() => {
    shown.current = errors.flatMap((error, i) =>
      error ? [{ error, atMs: queries[i]!.errorUpdatedAt }] : [],
    );
  });
  return errors;
};

/** What is shown of a query: what it gave, that of the choice before as long as it may succeed, and why it failed. */
export const useShown = <T>(query: UseQueryResult<T>): { data: T | undefined; error: Error | null } => {
  const [error = null] = useLastErrors([query]);
  return { data: error && query.isPlaceholderData ? undefined : query.data, error };
};
