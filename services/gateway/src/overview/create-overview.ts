import { readLedger } from '../ledger/read-ledger.ts';
import type { AskUpstream } from '../upstreams/ask-upstream.ts';
import { createLastKnown } from './last-known.ts';
import { readStatus } from './read-status.ts';
import { createSharedLook } from './shared-look.ts';

// A look at the ledger costs upstreams more than one at how they are, which people follow by the eye.
const LEDGER_EVERY_MS = 1000;
const STATUS_EVERY_MS = 200;

/**
 * What the gateway adds up of all upstreams' answers, each looked at once for all who ask; both remember what was last
 * heard of one that is away.
 * @param now in milliseconds
 */
export const createOverview = (ask: AskUpstream, now: () => number) => {
  const lastKnown = createLastKnown(now);
  return {
    ledger: createSharedLook(ask, (asked) => readLedger(asked, lastKnown), { everyMs: LEDGER_EVERY_MS }),
    status: createSharedLook(ask, (asked) => readStatus(asked, lastKnown), { everyMs: STATUS_EVERY_MS }),
  };
};
