import { ProblemError } from '@skillstream/client';
import type { Journey } from '@skillstream/contracts';
import type { FreshResponse } from './fresh-response.ts';

// The gateway caches by the version of the views: a query whose response is unchanged costs a lookup in Redis.
const READS_MS = 5_000;
const EXPENSIVE_MS = 15_000;

/**
 * Whether the same request would fail again: the gateway says so, or it needs a token. Who says 4xx without a problem
 * is not the gateway, but a proxy before it, which may only be starting.
 */
const isFinal = (error: unknown): boolean => {
  if (!(error instanceof ProblemError)) return false;
  const { status, problem } = error;
  return status === 401 || (problem !== null && status < 500 && status !== 408 && status !== 429);
};

/**
 * When to ask again, in milliseconds after a response or an error: `Retry-After` where the gateway named one, and
 * never after an error that asking again does not mend.
 */
export const nextAskMs = (error: unknown, usualMs: number): number | false => {
  if (isFinal(error)) return false;
  const seconds = error instanceof ProblemError ? error.retryAfterSeconds : null;
  return seconds === null ? usualMs : Math.max(usualMs, seconds * 1000);
};

type Asked = { state: { error: Error | null } };
/** Options of queries that are refetched as long as somebody looks at them, by their rate class. */
export const reads = { refetchInterval: ({ state }: Asked) => nextAskMs(state.error, READS_MS) };
export const expensive = { refetchInterval: ({ state }: Asked) => nextAskMs(state.error, EXPENSIVE_MS) };

const MOVING_MS = 1_000;
/** A dead letter may be retried, but not while somebody waits for it. */
const DEAD_MS = 15_000;

type Followed = {
  state: { data?: FreshResponse<Pick<Journey, 'outcome'>> | undefined; error: Error | null };
};

/** When to ask again how far a posting is, in milliseconds: not once it is counted, nor where that is refused. */
export const nextLookMs = ({ state: { data, error } }: Followed): number | false => {
  const outcome = data?.data.outcome;
  if (outcome === 'counted') return false;
  return nextAskMs(error, outcome === 'dead' ? DEAD_MS : MOVING_MS);
};
