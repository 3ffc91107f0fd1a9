/** Since when a page has heard the stream without a break, and whether there was one before. */
export type Heard = { sinceMs: number; again: boolean };

/**
 * Remembers from when to when the stream was heard: what happened while nobody was connected, and before a gateway was
 * started anew, is known by nobody. Times are in milliseconds since 1970.
 */
export const createHearing = () => {
  let starts: Heard[] = [];
  let broken = false;
  return {
    /** Something came. */
    heard: (atMs: number): void => {
      if (starts.length === 0 || broken) starts.push({ sinceMs: atMs, again: starts.length > 0 });
      broken = false;
    },
    /** The stream was lost; it was not where the gateway ended it as planned and it was opened again at once. */
    lost: (): void => {
      broken = true;
    },
    /** Forgets the starts that no moment from `beforeMs` on needs. */
    forget: (beforeMs: number): void => {
      const first = starts.findLastIndex(({ sinceMs }) => sinceMs <= beforeMs);
      if (first > 0) starts = starts.slice(first);
    },
    /** Forgets what began after a time, by a clock that was set back since; what is heard goes on. */
    forgetAhead: (nowMs: number): void => {
      const ahead = starts.findIndex(({ sinceMs }) => sinceMs > nowMs);
      if (ahead >= 0) starts = [...starts.slice(0, ahead), { ...starts.at(-1)!, sinceMs: nowMs }];
    },
    /** Since when it was heard without a break at a time; null where it was not heard by then. */
    at: (timeMs: number): Heard | null => starts.findLast(({ sinceMs }) => sinceMs <= timeMs) ?? null,
  };
};
