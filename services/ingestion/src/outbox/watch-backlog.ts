import { runPeriodically, type Background } from '@skillstream/async';
import { type Metrics } from '@skillstream/runtime';
import type { Pending } from '../store/pending.ts';
import type { Backlog } from './backlog.ts';

const EVERY_MS = 1000;

export type WatchBacklogDeps = {
  pending: Pick<Pending, 'waiting'>;
  backlog: Backlog;
  /** The limit of the backlog. */
  limit: number;
  metrics: Metrics;
  nowMs: () => number;
};

/**
 * Counts pending postings once a second, for admission and for the metrics; every replica does, not only the relay.
 */
export const createWatchBacklog = (deps: WatchBacklogDeps): Background => {
  const { pending, backlog, limit, metrics, nowMs } = deps;
  const size = metrics.gauge(
    'outbox_backlog',
    'Postings that wait to be published; counted up to the limit, and one more',
  );
  const age = metrics.gauge(
    'outbox_oldest_seconds',
    'How long the first of them has waited; 0 when none does',
  );

  const look = async () => {
    await backlog.measure(async () => {
      const { count, oldest } = await pending.waiting(limit + 1);
      age.set(oldest ? Math.max(0, (nowMs() - oldest.getTime()) / 1000) : 0);
      return count;
    });
    size.set(backlog.size());
  };
  // While MongoDB is unavailable nothing is accepted either, so a failed count need not be logged.
  return runPeriodically(look, { everyMs: EVERY_MS });
};
