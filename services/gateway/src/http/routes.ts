import { operationScopes, type Ledger, type PlatformStatus } from '@skillstream/contracts';
import { noQuery, type Log } from '@skillstream/runtime';
import { Router } from 'express';
import type { AskPart } from '../parts/ask-part.ts';
import { routeTable, type PartUrls } from '../parts/route-table.ts';
import type { SharedLook } from '../parts/shared-look.ts';
import type { Answers } from '../questions/answers.ts';
import type { createForward } from './forward.ts';
import { onwardHeaders } from './onward-headers.ts';
import { partErrors } from './part-errors.ts';
import { questionRoute } from './questions.ts';
import { reconciliation } from './reconciliation.ts';

export type RoutesDeps = {
  log: Log;
  urls: PartUrls;
  ask: AskPart;
  status: SharedLook<PlatformStatus>;
  ledger: SharedLook<Ledger>;
  answers: Answers;
  forward: ReturnType<typeof createForward>;
};

type Method = 'get' | 'post' | 'delete';

// What a part takes at a path stands in the contracts; no other method gets as far as the part.
const methodsOf = (path: string): Method[] =>
  Object.keys(operationScopes)
    .map((operation) => operation.split(' '))
    .filter(([, named]) => named === path)
    .map(([method]) => method!.toLowerCase() as Method);

/** Every path of the gateway's own: answers that it adds up of its parts', questions that it may know, and what it hands on. */
export const gatewayRoutes = ({ log, urls, ask, status, ledger, answers, forward }: RoutesDeps): Router => {
  const router = Router();
  router.get('/v1/ledger', noQuery, async (req, res) => void res.json(await ledger(onwardHeaders(req))));
  router.get('/v1/status', noQuery, async (req, res) => void res.json(await status(onwardHeaders(req))));
  router.get('/v1/reconciliation', reconciliation(ask));
  for (const { path, part, question } of routeTable) {
    const handOn = forward(part, urls[part]);
    for (const method of methodsOf(path))
      router[method](path, question ? questionRoute(answers, handOn) : handOn);
  }
  router.use(partErrors(log));
  return router;
};
