import { noQuery, type Log } from '@skillstream/runtime';
import { Router } from 'express';
import { readLedger } from '../ledger/read-ledger.ts';
import type { AskPart } from '../parts/ask-part.ts';
import { readStatus } from '../parts/read-status.ts';
import { routeTable, type PartUrls } from '../parts/route-table.ts';
import type { createForward } from './forward.ts';
import { partErrors } from './part-errors.ts';

export type RoutesDeps = {
  log: Log;
  urls: PartUrls;
  ask: AskPart;
  forward: ReturnType<typeof createForward>;
};

/** Every path of the gateway's own: two answers that it adds up, and what it hands on. */
export const gatewayRoutes = ({ log, urls, ask, forward }: RoutesDeps): Router => {
  const router = Router();
  router.get('/v1/ledger', noQuery, async (_req, res) => void res.json(await readLedger(ask)));
  router.get('/v1/status', noQuery, async (_req, res) => void res.json(await readStatus(ask)));
  for (const { path, part } of routeTable) router.all(path, forward(part, urls[part]));
  router.use(partErrors(log));
  return router;
};
