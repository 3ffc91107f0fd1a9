import { republishRequest } from '@skillstream/contracts';
import { jsonBody, noQuery, traceOf, type Log } from '@skillstream/runtime';
import { Router } from 'express';
import type { MarkPending } from '../store/mark-pending.ts';

export type RepublishDeps = {
  markPending: MarkPending;
  /** Says that so many wait to be published now. */
  stored: (count: number) => Promise<void>;
  log: Log;
};

/** `POST /v1/republish` has some postings published again, each at the version that it has. */
export const republishRoutes = ({ markPending, stored, log }: RepublishDeps): Router => {
  const router = Router();
  router.post('/v1/republish', noQuery, jsonBody('2mb'), async (req, res) => {
    const ids = [...new Set(republishRequest.parse(req.body).postingIds)];
    const { pending, unknown } = await markPending(ids, { retracted: true });
    await stored(pending);
    log.warn({ traceId: traceOf(req).traceId, postings: pending }, 'postings are published again');
    res.status(202).json({ pending, unknown });
  });
  return router;
};
