import type { Handlers } from '@skillstream/http';
import { readJourney } from '../journey/read-journey.ts';
import { askWith, type AskUpstream } from '../upstreams/ask-upstream.ts';
import { onwardHeaders } from './request.ts';

/** How far a posting is, step by step. */
export const journeyHandlers = (ask: AskUpstream, now: () => number) =>
  ({
    getJourney: async (req, res) => {
      const asking = askWith(ask, onwardHeaders(req));
      res.json(await readJourney(asking, req.params.id, () => new Date(now())));
    },
  }) satisfies Partial<Handlers<'gateway'>>;
