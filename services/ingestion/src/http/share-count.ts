import { oneAtATime } from '@skillstream/async';

/** An answer that takes long to find, and when it was begun. */
type Begun<T> = { atMs: number; response: Promise<T>; over: boolean };

/**
 * Has one search for an answer go on at a time, however many ask, and another one behind it at most.
 * @param search throws what the askers are to see; the next one who asks has it begun again
 * @returns `within` gives an answer that was begun so long ago at most, or is still being looked for; with 0 one that
 *   is begun after the question. `tookMs` is how long the last one took
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
