import { responseOf } from '@skillstream/client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { gateway } from '../api/gateway.ts';
import { needsToken } from '../figures/fault-of.ts';
import { Trouble } from '../figures/query-state.tsx';

const retract = (id: string) => responseOf(gateway.DELETE('/v1/postings/{id}', { params: { path: { id } } }));

export type RetractProps = {
  id: string;
  /** Whether it is retracted already. */
  retracted?: boolean;
  /** Said after it: what can be done with its text where that is there. */
  after?: string;
  onRetracted?: () => void;
};

/** The result, which has the focus where it was on the button, and is read out with that. */
const Retracted = ({ after }: { after: string }) => {
  const result = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    // The button is gone, and the focus with it; whoever has gone on meanwhile is left there.
    if (document.activeElement === document.body) result.current?.focus();
  }, []);
  return (
    <p ref={result} tabIndex={-1}>
      Retracted: it is taken out of all counts. {after}
    </p>
  );
};

/** Takes a posting out of all counts again; where the token does not allow that, says which would. */
export const Retract = ({ id, retracted = false, after = '', onRetracted }: RetractProps) => {
  const queries = useQueryClient();
  const retracting = useMutation({
    mutationFn: retract,
    onSuccess: () => {
      onRetracted?.();
      void queries.invalidateQueries({ queryKey: ['journey', id] });
    },
  });
  if (retracting.isSuccess) return <Retracted after={after} />;
  if (retracted) return null;
  return (
    <>
      <button
        type="button"
        aria-disabled={retracting.isPending}
        onClick={() => !retracting.isPending && retracting.mutate(id)}
      >
        {retracting.isPending ? 'Retracting …' : 'Retract it'}
      </button>
      {needsToken(retracting.error) ? (
        <p className="trouble" role="alert">
          It is not retracted: that takes a token with postings:retract (sign in above). By the API:{' '}
          <code>DELETE /v1/postings/{id}</code>
        </p>
      ) : (
        retracting.error && (
          <Trouble asksAgain={false} error={retracting.error} again={() => retracting.mutate(id)} />
        )
      )}
    </>
  );
};
