import { reconciliationQuery } from '@skillstream/contracts';
import { sleep, type Handlers } from '@skillstream/runtime';
import { askWith, type AskPart } from '../parts/ask-part.ts';
import { reconcilePage } from '../reconciliation/reconcile-page.ts';
import { onwardHeaders } from './onward-headers.ts';

const BETWEEN_LOOKS_MS = 500;

/** A page of what was accepted against what is counted. */
export const reconciliationHandlers = (ask: AskPart) =>
  ({
    reconcile: async (req, res) => {
      const query = reconciliationQuery.parse(req.query);
      const wait = () => sleep(BETWEEN_LOOKS_MS);
      res.json(await reconcilePage(askWith(ask, onwardHeaders(req)), query, wait));
    },
  }) satisfies Partial<Handlers<'gateway'>>;
