import type { Dispatcher } from 'undici';
import { createFetcher } from './create-fetcher.ts';

/** The largest list that is read, in bytes; the largest known has 4 MB. */
const MOST_BYTES = 16_000_000;
const TIMEOUT_MS = 60_000;

/**
 * A fetcher of job boards, within bounds that no board needs more of.
 * @param contact whom the boards may write to; null: nobody is named
 * @param everyMs the shortest time between two requests to one host, in milliseconds
 */
export const createBoardFetcher = (dispatcher: Dispatcher, contact: string | null, everyMs: number) =>
  createFetcher({
    ...{ dispatcher, everyMs, maxBytes: MOST_BYTES, timeoutMs: TIMEOUT_MS },
    userAgent: `skillstream/0.1 (reads public job boards${contact === null ? '' : `; ${contact}`})`,
  });
