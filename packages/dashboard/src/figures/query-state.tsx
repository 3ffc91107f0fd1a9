import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { faultOf } from './fault-of.ts';

/** Beside what is shown: that it is not new, and why. */
export const Trouble = ({ error, again }: { error: unknown; again: () => void }) => {
  const { title, detail, lasts } = faultOf(error);
  return (
    <div className="trouble" role="alert">
      <p>
        <strong>{title}</strong> {detail}
      </p>
      {lasts ? null : (
        <button type="button" onClick={again}>
          Try again now
        </button>
      )}
    </div>
  );
};

export type QueryStateProps<T> = {
  query: UseQueryResult<T>;
  /** What is on its way, for the time in which nothing is there. */
  title: string;
  children: (data: T) => ReactNode;
};

/** What a query gave; before that, that it is on its way; and where it failed, why, beside what it gave last. */
export const QueryState = <T,>({ query, title, children }: QueryStateProps<T>) => {
  const { data, error, refetch } = query;
  return (
    <>
      {error && <Trouble error={error} again={() => void refetch()} />}
      {data !== undefined
        ? children(data)
        : !error && (
            <div className="loading" role="status">
              Loading: {title} …
            </div>
          )}
    </>
  );
};
