import { runPeriodically } from '@skillstream/async';
import type { ReplicaSnapshot } from '@skillstream/contracts';
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
 * While MongoDB is unavailable there are no figures, rather than old ones: an age would stand still, or grow on.
 */
export const createWatchBacklog = (deps: WatchBacklogDeps) => {
  const { pending, backlog, limit, metrics, nowMs } = deps;
  const size = metrics.gauge('outbox_backlog');
  const age = metrics.gauge('outbox_oldest_seconds');

  let seen: { oldest: Date | null } | null = null;
  const ageOf = (oldest: Date) => Math.max(0, (nowMs() - oldest.getTime()) / 1000);
  const forget = () => {
    seen = null;
    // A gauge without labels is 0 from the start.
    for (const gauge of [size, age]) gauge.remove();
  };
  forget();

  const look = async () => {
    try {
      await backlog.measure(async () => {
        const { count, oldest } = await pending.waiting(limit + 1);
        seen = { oldest };
        return count;
      });
    } catch (error) {
      forget();
      throw error;
    }
    age.set(seen?.oldest ? ageOf(seen.oldest) : 0);
    size.set(backlog.size());
  };
  // While MongoDB is unavailable nothing is accepted either, so a failed count need not be logged.
  return {
    ...runPeriodically(look, { everyMs: EVERY_MS }),
    look,
    /** What waits, and for how long the oldest does; null while that cannot be counted. */
    waiting: (): ReplicaSnapshot['outbox'] | null =>
      seen && {
        pending: backlog.size(),
        oldestSeconds: seen.oldest ? Math.round(ageOf(seen.oldest) * 10) / 10 : 0,
      },
  };
};
