import { createBackoff, runPeriodically, type Background } from '@skillstream/async';
import { appError, loggedError, SkillstreamError } from '@skillstream/errors';
import { isFenced, type TransactionalPublisher } from '@skillstream/messaging';
import { shouldNarrate, type Channel, type Log } from '@skillstream/runtime';
import { createProgress, keepLease, type KeepLeaseDeps } from './keep-lease.ts';
import type { Lease } from './lease.ts';
import { poll, type PollDeps } from './poll.ts';
import { settled } from './settled.ts';

export type RelayDeps = PollDeps &
  KeepLeaseDeps & {
    lease: Lease;
    /** Fences every older relay and waits for the end of its transaction. */
    createPublisher: () => Promise<TransactionalPublisher>;
    /** Resolves when topics and indexes exist. */
    prepare: (signal: AbortSignal) => Promise<unknown>;
    onLeading: (held: boolean) => void;
    /** Of the lease. */
    name: string;
    narrate: Channel['narrate'];
    log: Log;
  };

const PREPARE_PATIENCE_MS = 15_000;
const BACKOFF = { firstMs: 200, maxMs: 5000 };

const isStuck = (error: unknown): boolean => error instanceof SkillstreamError && error.code === 'timeout';

/**
 * The relay of this replica, of which one publishes for all: takes the lease, fences, and only then reads pending
 * postings and publishes them, until something fails or there is no more progress; then it releases the lease and
 * starts over.
 */
export const createRelay = (deps: RelayDeps): Background => {
  const { lease, leaseMs, nowMs, log, name, narrate } = deps;
  const backoff = createBackoff(BACKOFF);
  let failures = 0;

  const leadership = async (stopped: AbortSignal) => {
    const over = new AbortController();
    // A clock that is set back must not lengthen the timeout.
    const progress = createProgress(() => performance.now());
    const assertLeading = () => {
      if (over.signal.aborted || !lease.held(nowMs())) throw appError('fenced', 'The lease is lost');
    };
    let publisher: TransactionalPublisher | null = null;
    let leading = false;
    const work = async () => {
      const signal = AbortSignal.any([over.signal, stopped]);
      // A replica that cannot reach Kafka must not keep the lease.
      await deps.prepare(AbortSignal.any([signal, AbortSignal.timeout(PREPARE_PATIENCE_MS)]));
      progress.made();
      publisher = await deps.createPublisher();
      progress.made();
      if (over.signal.aborted) return publisher.close();
      narrate({ type: 'lease.taken', lease: name });
      leading = true;
      failures = 0;
      deps.onLeading(true);
      backoff.reset();
      await poll(deps, { publisher, assertLeading, onProgress: progress.made, signal });
    };
    const working = work();
    try {
      // A hanging call is not awaited once the lease is gone; `assertLeading` and the fence stop it should it return.
      await Promise.race([working, keepLease(deps, progress, over.signal)]);
      if (leading) narrate({ type: 'lease.lost', lease: name, reason: 'this replica is being stopped' });
    } catch (error) {
      if (leading) narrate({ type: 'lease.lost', lease: name, reason: loggedError(error) });
      throw error;
    } finally {
      over.abort();
      deps.onLeading(false);
      await settled(Promise.allSettled([(publisher as TransactionalPublisher | null)?.close(), working]));
      await settled(lease.release());
    }
  };

  const once = async (stopped: AbortSignal) => {
    if (await lease.acquire(nowMs())) await leadership(stopped);
  };
  const onError = (error: unknown): number => {
    failures += 1;
    const reason = loggedError(error);
    if (isFenced(error)) narrate({ type: 'fenced', reason });
    if (shouldNarrate(failures)) narrate({ type: 'retried', failures, reason });
    else log.debug({ failures, reason }, 'the relay failed again');
    // A stuck relay lets the other replicas try first: they try three times in the duration of a lease.
    return isStuck(error) ? leaseMs : backoff.nextMs();
  };
  // It stops after the current page, and releases the lease.
  return runPeriodically(once, { everyMs: leaseMs / 3, onError });
};
