import { sleep } from '@skillstream/async';
import { reconciliationQuery, type ReconciliationPage } from '@skillstream/contracts';
import { appError } from '@skillstream/errors';
import type { Handlers } from '@skillstream/http';
import { bulkhead, isBulkheadRejectedError } from 'cockatiel';
import { askWith, type AskUpstream } from '../upstreams/ask-upstream.ts';
import { reconcilePage } from '../reconciliation/reconcile-page.ts';
import { onwardHeaders } from './request.ts';

const BETWEEN_LOOKS_MS = 500;

/** Pages compared at a time, and pages that may wait; each reads thousands of postings in two services. */
const AT_ONCE = 2;
const WAITING = 8;
const COME_AGAIN_SECONDS = 2;

/**
 * A page of what was accepted, compared with what is counted.
 * @param onPage called with each page that was compared
 */
export const reconciliationHandlers = (ask: AskUpstream, onPage: (page: ReconciliationPage) => void) => {
  const places = bulkhead(AT_ONCE, WAITING);
  const placed = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await places.execute(work);
    } catch (error) {
      if (!isBulkheadRejectedError(error)) throw error;
      throw appError('overloaded', 'As many pages are compared as may: ask again', {
        context: { retryAfterSeconds: COME_AGAIN_SECONDS },
      });
    }
  };
  return {
    reconcile: async (req, res) => {
      const query = reconciliationQuery.parse(req.query);
      const wait = () => sleep(BETWEEN_LOOKS_MS);
      const asking = askWith(ask, onwardHeaders(req));
      const page = await placed(async () => (res.closed ? null : reconcilePage(asking, query, wait)));
      if (!page) return;
      onPage(page);
      res.json(page);
    },
  } satisfies Partial<Handlers<'gateway'>>;
};
