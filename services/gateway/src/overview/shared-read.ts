import { oneAtATime, type OneAtATime } from '@skillstream/async';
import { askWith, type AskUpstream } from '../upstreams/ask-upstream.ts';
import type { OnwardHeaders } from '../upstreams/fetch-upstream.ts';

// Callers with a waiting request are kept anyway; of the others no more than these.
const MOST_CALLERS = 100;

/**
 * Shares an expensive read of all upstreams (the ledger, the status) among callers: one at a time, and at most one per
 * interval. Only callers with the same token share, since an upstream may return something else for another one.
 * @param look calls the upstreams, in the name of its caller
 * @param everyMs least time from the start of one read to the start of the next, in milliseconds
 */
export const createSharedRead = <T>(
  ask: AskUpstream,
  look: (ask: AskUpstream) => Promise<T>,
  { everyMs }: { everyMs: number },
) => {
  const looks = new Map<string, OneAtATime<T>>();
  const forgetIdle = () => {
    for (const [caller, one] of looks) if (one.idle()) looks.delete(caller);
  };
  /** @returns a result that was read after the call */
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

export type SharedRead<T> = (headers: OnwardHeaders) => Promise<T>;
