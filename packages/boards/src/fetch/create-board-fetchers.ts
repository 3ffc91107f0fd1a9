import type { Dispatcher } from 'undici';
import { createFetcher, createHostPace, type Fetcher } from './create-fetcher.ts';

/** The largest list that is read, in bytes; the largest known has 4 MB. */
const MOST_BYTES = 16_000_000;
const TIMEOUT_MS = 60_000;

/**
 * Fetchers of job boards, within bounds that no board needs more of. They share the pace of each host: one that wants
 * to be left alone is so under another contact, too.
 * @param everyMs the shortest time between two requests to one host, in milliseconds
 * @returns a fetcher by whom the boards may write to; null: nobody is named
 */
export const createBoardFetchers = (dispatcher: Dispatcher, everyMs: number) => {
  const pace = createHostPace(everyMs);
  return (contact: string | null): Fetcher =>
    createFetcher({
      ...{ dispatcher, everyMs, pace, maxBytes: MOST_BYTES, timeoutMs: TIMEOUT_MS },
      userAgent: `skillstream/0.1 (reads public job boards${contact === null ? '' : `; ${contact}`})`,
    });
};
