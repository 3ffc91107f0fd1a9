import { responseOf } from '@skillstream/client';
import type { IngestResult } from '@skillstream/contracts';
import { useMutation } from '@tanstack/react-query';
import { gateway } from '../api/gateway.ts';
import { needsToken } from '../figures/fault-of.ts';
import { Trouble } from '../figures/query-state.tsx';
import { Followed } from './followed.tsx';

/** Postings of this page have a source of their own, so that they are never taken for others. */
const SOURCE = 'page';

const send = async (description: string) => {
  const body = { source: SOURCE, sourceId: crypto.randomUUID(), description };
  // One posting is answered by one result.
  return (await responseOf(gateway.POST('/v1/postings', { body }))) as IngestResult;
};

/** Sends the text in as a posting, and follows it. */
export const SendIn = ({ text }: { text: string }) => {
  const sent = useMutation({ mutationFn: send });
  const result = sent.data;
  return (
    <section aria-label="Send it in">
      <h2>Send it in</h2>
      <p>
        As a posting of the source “{SOURCE}”: it is counted from then on, until it is retracted, and is an
        own posting, so the sample is no longer counted by default. Where writing is closed, this needs a
        token with <code>postings:write</code>.
      </p>
      <button
        type="button"
        disabled={sent.isPending || result !== undefined}
        onClick={() => sent.mutate(text)}
      >
        Send it as a posting
      </button>
      {needsToken(sent.error) ? (
        <p className="trouble" role="alert">
          Nothing was sent: that takes a token with postings:write (sign in above).
        </p>
      ) : (
        sent.error && <Trouble error={sent.error} again={() => sent.mutate(text)} />
      )}
      {result && 'postingId' in result && <Followed id={result.postingId} />}
      {result && 'faults' in result && (
        <p role="alert">
          Refused: {result.faults.map(({ path, message }) => `${path}: ${message}`).join('; ')}
        </p>
      )}
    </section>
  );
};
