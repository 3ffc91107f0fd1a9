import { readLedger } from '../ledger/read-ledger.ts';
import type { AskUpstream } from '../upstreams/ask-upstream.ts';
import { createLastKnown } from './last-known.ts';
import { readStatus } from './read-status.ts';
import { createSharedRead } from './shared-read.ts';

// Reading the ledger costs upstreams more than reading their status, which people watch live.
const LEDGER_EVERY_MS = 1000;
const STATUS_EVERY_MS = 200;

/**
 * Combines the responses of all upstreams, read once for all concurrent callers, with what was last known of an
 * unavailable one.
 * @param now in milliseconds
 */
export const createOverview = (ask: AskUpstream, now: () => number) => {
  const lastKnown = createLastKnown(now);
  return {
    ledger: createSharedRead(ask, (asked) => readLedger(asked, lastKnown), { everyMs: LEDGER_EVERY_MS }),
    status: createSharedRead(ask, (asked) => readStatus(asked, lastKnown), { everyMs: STATUS_EVERY_MS }),
  };
};
