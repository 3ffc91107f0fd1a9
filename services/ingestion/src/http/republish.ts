import { MOST_REPUBLISHED, republishRequest } from '@skillstream/contracts';
import { jsonBody, type Handlers, type Capacity } from '@skillstream/http';
import { type Log } from '@skillstream/runtime';
import type { MarkPending } from '../store/mark-pending.ts';
import { idBounds } from './limits.ts';

export type RepublishDeps = {
  markPending: MarkPending;
  /** Wakes the relay, if it is in this process. */
  wake: () => void;
  log: Log;
  bodies: Capacity;
};

/** Has some postings published again, each at its present version. */
export const republishHandlers = ({ markPending, wake, log, bodies }: RepublishDeps) =>
  ({
    republishPostings: [
      jsonBody(idBounds(MOST_REPUBLISHED), bodies),
      async (req, res) => {
        const ids = [...new Set(republishRequest.parse(req.body).postingIds)];
        const { pending, unknown, expired } = await markPending(ids, { retracted: true });
        wake();
        log.warn({ postings: pending }, 'republishing postings');
        res.status(202).json({ pending, unknown, ...(expired.length > 0 && { expired }) });
      },
    ],
  }) satisfies Partial<Handlers<'ingestion'>>;
