import { reconciliationQuery } from '@skillstream/contracts';
import { sleep } from '@skillstream/runtime';
import type { RequestHandler } from 'express';
import { askWith, type AskPart } from '../parts/ask-part.ts';
import { reconcilePage } from '../reconciliation/reconcile-page.ts';
import { onwardHeaders } from './onward-headers.ts';

const BETWEEN_LOOKS_MS = 500;

/** Answers with a page of what was accepted against what is counted. */
export const reconciliation =
  (ask: AskPart): RequestHandler =>
  async (req, res) => {
    const query = reconciliationQuery.parse(req.query);
    const wait = () => sleep(BETWEEN_LOOKS_MS);
    res.json(await reconcilePage(askWith(ask, onwardHeaders(req)), query, wait));
  };
