import type { PostingFilter } from '@skillstream/contracts';

/** As many as analytics counts at a time (services/analytics/src/queries/fact-limits.ts). */
const AT_ONCE = 2;

/**
 * Lets queries of one source wait in the page for each other, in the order in which they were asked: they are counted
 * from the facts, and at analytics the wait would be a part of the 4 s that it lets a caller wait. Other queries are
 * answered from views, and do not wait.
 */
export const createFactPlaces = (atOnce = AT_ONCE) => {
  const waiting: (() => void)[] = [];
  let asked = 0;
  const placed = async <T>(signal: AbortSignal, ask: () => Promise<T>): Promise<T> => {
    if (asked < atOnce) asked += 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      signal.throwIfAborted();
      return await ask();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else asked -= 1;
    }
  };
  /**
   * @param signal of a query that nobody may look at any more: it is not asked then
   * @throws what the query throws, and the reason of the signal
   */
  return <T>({ source }: PostingFilter, signal: AbortSignal, ask: () => Promise<T>): Promise<T> =>
    source === undefined ? ask() : placed(signal, ask);
};

/** The places of this page. */
export const inPlace = createFactPlaces();
