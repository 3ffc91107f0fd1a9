import { isFenced, type TransactionalPublisher } from '@skillstream/messaging';
import { backoffMs, fault, messageOf, sleep, type Log } from '@skillstream/runtime';
import type { Lease, LeaseNews } from './lease.ts';
import { runTerm, type TermDeps } from './term.ts';

export type RelayDeps = Omit<TermDeps, 'onProgress'> & {
  lease: Lease;
  leaseMs: number;
  /** Fences every older relay and waits for the end of its transaction. */
  createPublisher: () => Promise<TransactionalPublisher>;
  ensureTopics: (signal: AbortSignal) => Promise<void>;
  /** Heard from whoever is the relay now. */
  onNews: (news: LeaseNews) => void;
  onHeld: (held: boolean) => void;
  log: Log;
};

const KAFKA_PATIENCE_MS = 15_000;
const BACKOFF = { firstMs: 200, maxMs: 5000 };

/** The one relay of all replicas: takes the lease, publishes until something fails, and begins afresh. */
export const createRelay = (deps: RelayDeps) => {
  const { lease, leaseMs, nowMs, log } = deps;
  const stopped = new AbortController();
  let failures = 0;
  let news: LeaseNews = { queue: 0, sweptAtMs: 0 };
  const tell = (changes: Partial<LeaseNews>) => {
    news = { ...news, ...changes };
    deps.onNews(news);
  };

  /** Renews until the term is over; ends the term when the lease is lost. */
  const keepLease = async (term: AbortController): Promise<void> => {
    for (;;) {
      await sleep(leaseMs / 3, term.signal);
      if (term.signal.aborted) return;
      const renewed = await lease.renew(nowMs(), news).catch(() => lease.held(nowMs()));
      if (!renewed) term.abort();
    }
  };

  const lead = async () => {
    const term = new AbortController();
    const end = () => term.abort();
    stopped.signal.addEventListener('abort', end, { once: true });
    const keeping = keepLease(term);
    const mayPublish = () => {
      if (!lease.held(nowMs())) throw fault('fenced', 'The lease is lost');
    };
    let publisher: TransactionalPublisher | null = null;
    try {
      // A replica that cannot reach Kafka must not sit on the lease.
      await deps.ensureTopics(AbortSignal.any([term.signal, AbortSignal.timeout(KAFKA_PATIENCE_MS)]));
      publisher = await deps.createPublisher();
      log.info('this replica is the relay');
      deps.onHeld(true);
      failures = 0;
      await runTerm({ ...deps, onProgress: tell }, publisher, mayPublish, term.signal);
    } finally {
      deps.onHeld(false);
      end();
      stopped.signal.removeEventListener('abort', end);
      await publisher?.close();
      await keeping;
      await lease.release().catch(() => undefined);
    }
  };

  const run = async () => {
    while (!stopped.signal.aborted) {
      try {
        if (await lease.acquire(nowMs())) {
          await lead();
        } else deps.onNews((news = await lease.news()));
        await sleep(leaseMs / 3, stopped.signal);
      } catch (error) {
        if (stopped.signal.aborted) break;
        log.warn({ error: messageOf(error), fenced: isFenced(error) }, 'relay interrupted, beginning afresh');
        await sleep(backoffMs(failures++, BACKOFF, Math.random()), stopped.signal);
      }
    }
  };

  let running: Promise<void> | null = null;
  return {
    start: () => {
      running ??= run();
    },
    /** Ends after the batch under way and gives the lease back. */
    stop: async () => {
      stopped.abort();
      await running;
    },
  };
};

export type Relay = ReturnType<typeof createRelay>;
