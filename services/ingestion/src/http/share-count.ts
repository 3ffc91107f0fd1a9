import { oneAtATime } from '@skillstream/async';

/** A result that takes long to compute, and when that started. */
type Begun<T> = { atMs: number; response: Promise<T>; over: boolean };

/**
 * Runs one computation at a time for any number of callers, with at most one more queued.
 * @param search computes the result; its error goes to all callers that wait, and the next call starts it again
 * @returns `within`, which returns a result that was started at most so many milliseconds ago or is still being
 * computed; with 0 one that is started after the call. `tookMs` is the duration of the last computation
 */
export const shareCount = <T>(search: () => Promise<T>, nowMs: () => number) => {
  let latest: Begun<T> | null = null;
  let tookMs = 0;
  const searches = oneAtATime((): Promise<T> => {
    const begun: Begun<T> = { atMs: nowMs(), response: search(), over: false };
    latest = begun;
    begun.response.then(
      () => {
        begun.over = true;
        tookMs = nowMs() - begun.atMs;
      },
      () => (latest = null),
    );
    return begun.response;
  });

  return {
    tookMs: () => tookMs,
    within: (freshMs: number): Promise<T> =>
      latest && freshMs > 0 && (!latest.over || nowMs() - latest.atMs < freshMs)
        ? latest.response
        : searches.ask(),
  };
};
