import { sleep } from '@skillstream/async';
import type { AcceptedTrail } from '@skillstream/contracts';
import { appError } from '@skillstream/errors';
import type { Handlers } from '@skillstream/http';
import type { Trail, TrailReader } from '../store/trail-reader.ts';

export type TrailDeps = {
  readTrail: TrailReader;
  /** The offset that tagging has committed of a partition: `reset` or null where it has none. */
  tagged: (partition: number) => Promise<number | 'reset' | null>;
  patienceMs?: number;
};

// Kafka may hang; the rest of a journey is known without it.
const PATIENCE_MS = 2000;

const within = async <T>(patienceMs: number, work: Promise<T>): Promise<T | undefined> => {
  const over = new AbortController();
  const late = sleep(patienceMs, over.signal).then(
    () => undefined,
    () => undefined,
  );
  return Promise.race([work.catch(() => undefined), late]).finally(() => over.abort());
};

/**
 * When and where a posting was accepted and published. How far tagging has read is the offset that it has committed,
 * which changes in one transaction with what it writes: every record before it is tagged, or is a dead letter.
 */
export const trailHandlers = ({ readTrail, tagged, patienceMs = PATIENCE_MS }: TrailDeps) => {
  const taggedUpTo = async ({ published }: Trail): Promise<number | null> => {
    if (published === null || published.partition === null) return null;
    const committed = await within(patienceMs, tagged(published.partition));
    if (committed === undefined || committed === 'reset') return null;
    return committed ?? 0;
  };
  return {
    getAcceptedTrail: async (req, res) => {
      const trail = await readTrail(req.params.id);
      if (!trail) throw appError('not-found', `There is no posting ${req.params.id}`);
      const response: AcceptedTrail = { ...trail, taggedUpTo: await taggedUpTo(trail) };
      res.json(response);
    },
  } satisfies Partial<Handlers<'ingestion'>>;
};
