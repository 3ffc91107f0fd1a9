import type { UseQueryResult } from '@tanstack/react-query';
import { useCanGoBack, useRouter } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { faultOf } from './fault-of.ts';
import { keepFocus } from './keep-focus.ts';
import { SkillLink } from './skill-link.tsx';
import { useShown } from './use-last-errors.ts';

const Nearest = ({ ids }: { ids: readonly string[] }) => (
  <>
    The nearest:{' '}
    {ids.map((id, index) => (
      <span key={id}>
        {index > 0 && ', '}
        <SkillLink id={id} label={id} />
      </span>
    ))}
    .
  </>
);

const SHOWN = 'What is shown is what was read last.';
const NOTHING = 'Nothing could be read for this choice.';

export type TroubleProps = {
  error: unknown;
  again: () => void;
  /** Whether something that was read before stands beside it; undefined where nothing was to be read. */
  shown?: boolean;
  /** Whether the page asks again by itself, as it does for whatever it shows all the time. */
  asksAgain?: boolean;
};

/** Beside what is shown: that it is not new, and why. */
export const Trouble = ({ error, again, shown, asksAgain = true }: TroubleProps) => {
  const { history } = useRouter();
  const canGoBack = useCanGoBack();
  const { title, detail, lasts, nearest = [] } = faultOf(error, asksAgain);
  return (
    <div className="trouble" role="alert">
      <p>
        <strong>{title}</strong> {!lasts && shown !== undefined && `${shown ? SHOWN : NOTHING} `}
        {detail}
        {nearest.length > 0 && <Nearest ids={nearest} />}
      </p>
      {lasts ? null : (
        <button type="button" onClick={again} ref={keepFocus}>
          Try again now
        </button>
      )}
      {shown === false && canGoBack && (
        <button type="button" onClick={() => history.back()} ref={keepFocus}>
          Back to the choice before
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
  const { data, error } = useShown(query);
  return (
    <>
      {error && <Trouble error={error} again={() => void query.refetch()} shown={data !== undefined} />}
      {data !== undefined ? children(data) : !error && <div className="loading">Loading: {title} …</div>}
    </>
  );
};
