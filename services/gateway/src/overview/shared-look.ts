import { oneAtATime, type OneAtATime } from '@skillstream/async';
import { askWith, type AskUpstream } from '../upstreams/ask-upstream.ts';
import type { OnwardHeaders } from '../upstreams/fetch-upstream.ts';

// As many as wait at a time are kept anyway; of those that do not, no more than these.
const MOST_CALLERS = 100;

/**
 * A look at all upstreams (the ledger, the status), taken by one at a time and no more often than so, however many
 * ask: it costs a handful of questions to every upstream. Callers share a look where they show the same token: what an
 * upstream tells the one it need not tell the other.
 * @param look asks the upstreams, in the name of its caller
 * @param everyMs from the beginning of a look to that of the next, at the least
 */
export const createSharedLook = <T>(
  ask: AskUpstream,
  look: (ask: AskUpstream) => Promise<T>,
  { everyMs }: { everyMs: number },
) => {
  const looks = new Map<string, OneAtATime<T>>();
  const forgetIdle = () => {
    for (const [caller, one] of looks) if (one.idle()) looks.delete(caller);
  };
  /** @returns what was seen after the question */
  return (headers: OnwardHeaders): Promise<T> => {
    const caller = headers.authorization ?? '';
    let shared = looks.get(caller);
    if (!shared) {
      if (looks.size >= MOST_CALLERS) forgetIdle();
      shared = oneAtATime(() => look(askWith(ask, headers)), { everyMs });
      looks.set(caller, shared);
    }
    return shared.ask();
  };
};

export type SharedLook<T> = (headers: OnwardHeaders) => Promise<T>;
