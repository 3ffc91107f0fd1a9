import type { Ledger } from '@skillstream/contracts';
import { oneAtATime, type OneAtATime } from '@skillstream/runtime';
import { askWith, type AskPart } from '../parts/ask-part.ts';
import type { LastKnown } from '../parts/last-known.ts';
import type { OnwardHeaders } from '../parts/onward-headers.ts';
import { readLedger } from './read-ledger.ts';

const EVERY_MS = 1000;
// As many as wait at a time are kept anyway; of those that do not, no more than these.
const MOST_CALLERS = 100;

/**
 * The ledger, looked at once a second at the most and by one at a time, however many ask: a look is a handful of
 * questions to every part. Callers share a look where they show the same token: what a part tells the one it need not
 * tell the other.
 */
export const createSharedLedger = (ask: AskPart, lastKnown: LastKnown, { everyMs = EVERY_MS } = {}) => {
  const looks = new Map<string, OneAtATime<Ledger>>();
  const forgetIdle = () => {
    for (const [caller, look] of looks) if (look.idle()) looks.delete(caller);
  };
  return (headers: OnwardHeaders): Promise<Ledger> => {
    const caller = headers.authorization ?? '';
    let look = looks.get(caller);
    if (!look) {
      if (looks.size >= MOST_CALLERS) forgetIdle();
      look = oneAtATime(() => readLedger(askWith(ask, headers), lastKnown), { everyMs });
      looks.set(caller, look);
    }
    return look.ask();
  };
};

export type SharedLedger = ReturnType<typeof createSharedLedger>;
