import { responseOf } from '@skillstream/client';
import type { IngestResult } from '@skillstream/contracts';
import { useMutation } from '@tanstack/react-query';
import { useState, useSyncExternalStore } from 'react';
import { gateway } from '../api/gateway.ts';
import { heldReader, onReader } from '../api/token.ts';
import { needsToken } from '../figures/fault-of.ts';
import { keepFocus } from '../figures/keep-focus.ts';
import { Trouble } from '../figures/query-state.tsx';
import { useNeedsToken } from '../sign-in/use-needs-token.ts';
import { Followed } from './followed.tsx';
import { newId } from './new-id.ts';
import { ReadAs } from './read-as.tsx';
import { Retract } from './retract.tsx';
import { createSending, mayHaveArrived, SOURCE } from './sending.ts';

/** Longer than the gateway waits for ingestion. */
const PATIENCE_MS = 45_000;

const sending = createSending({
  // One posting is answered by one result.
  post: async (body) => {
    const signal = AbortSignal.timeout(PATIENCE_MS);
    return (await responseOf(gateway.POST('/v1/postings', { body, signal }))) as IngestResult;
  },
  newId,
});

const NotSent = ({ error, again }: { error: unknown; again: () => void }) => {
  if (needsToken(error))
    return (
      <p className="trouble" role="alert">
        Nothing was sent: that takes a token with postings:write (sign in above).
      </p>
    );
  if (!mayHaveArrived(error)) return <Trouble asksAgain={false} error={error} again={again} />;
  return (
    <div className="trouble" role="alert">
      <p>It is not known whether it arrived; sending again counts it once.</p>
      <button type="button" onClick={again} ref={keepFocus}>
        Send it again
      </button>
    </div>
  );
};

/**
 * Sends the text in as a posting, and follows it.
 * @param isPrevious another text stands in the box by now, and this one is not sent: nobody sees it there
 */
export const SendIn = ({ text, isPrevious }: { text: string; isPrevious: boolean }) => {
  const [result, setResult] = useState(() => sending.resultOf(text));
  const sent = useMutation({ mutationFn: sending.send, onSuccess: setResult });
  const reader = useSyncExternalStore(onReader, heldReader);
  const needed = useNeedsToken('postings:write') && reader === null;
  const [retracted, setRetracted] = useState(false);
  const onRetracted = () => {
    sending.forget(text);
    setRetracted(true);
  };
  const accepted = result !== null && 'postingId' in result && !retracted;
  const cannotSend = isPrevious || sent.isPending || accepted;
  return (
    <section aria-label="Send it in">
      <h2>Send it in</h2>
      <p>
        As a posting of the source “{SOURCE}”: it is counted from then on, until it is retracted, and is an
        own posting, so the sample is no longer counted by default.
        {needed && (
          <>
            {' '}
            It takes a token with <code>postings:write</code>: sign in first (above).
          </>
        )}
      </p>
      <button
        type="button"
        aria-disabled={cannotSend}
        aria-describedby={isPrevious ? 'previous' : undefined}
        onClick={() => {
          if (cannotSend) return;
          setRetracted(false);
          sent.mutate(text);
        }}
      >
        {sent.isPending ? 'Sending …' : 'Send it as a posting'}
      </button>
      {sent.error && !isPrevious && <NotSent error={sent.error} again={() => sent.mutate(text)} />}
      {result && 'postingId' in result && !sent.isPending && (
        <>
          <ReadAs key={`read ${result.postingId}`} id={result.postingId} />
          <Followed id={result.postingId} />
          <Retract
            key={result.postingId}
            id={result.postingId}
            after="The text can be sent in anew."
            onRetracted={onRetracted}
          />
        </>
      )}
      {result && 'faults' in result && (
        <p role="alert">
          Refused: {result.faults.map(({ path, message }) => `${path}: ${message}`).join('; ')}
        </p>
      )}
    </section>
  );
};
