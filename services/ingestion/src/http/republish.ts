import { jsonBody, traceOf, type Handlers, type Bulkhead } from '@skillstream/http';
import { MOST_REPUBLISHED, republishRequest } from '@skillstream/contracts';
import { type Log } from '@skillstream/runtime';
import type { MarkPending } from '../store/mark-pending.ts';
import { idBounds } from './limits.ts';

export type RepublishDeps = {
  markPending: MarkPending;
  /** Ends the pause of the relay, where it is in this process. */
  wake: () => void;
  log: Log;
  bodies: Bulkhead;
};

/** Has some postings published again, each at the version that it has. */
export const republishHandlers = ({ markPending, wake, log, bodies }: RepublishDeps) =>
  ({
    republishPostings: [
      jsonBody(idBounds(MOST_REPUBLISHED), bodies),
      async (req, res) => {
        const ids = [...new Set(republishRequest.parse(req.body).postingIds)];
        const { pending, unknown } = await markPending(ids, { retracted: true });
        wake();
        log.warn({ traceId: traceOf(req).traceId, postings: pending }, 'postings are published again');
        res.status(202).json({ pending, unknown });
      },
    ],
  }) satisfies Partial<Handlers<'ingestion'>>;
