import { randomUUID } from 'node:crypto';
import { RELAY_ID } from '@skillstream/contracts';
import type { TransactionalPublisher } from '@skillstream/messaging';
import type { Channel, Log, Metrics, SnapshotFields } from '@skillstream/runtime';
import type { Tracer } from '@skillstream/telemetry';
import type { Backfill } from '../backfill/backfill.ts';
import type { Documents } from '../store/documents.ts';
import { createLeaseStore } from '../store/lease-store.ts';
import type { Pending } from '../store/pending.ts';
import { createBacklog } from './backlog.ts';
import type { OutboxHooks } from './fault-injection.ts';
import { createLease } from './lease.ts';
import { createWake } from './poll.ts';
import { createPublishRound } from './publish-round.ts';
import { createRelay } from './relay.ts';
import { createWatchBacklog } from './watch-backlog.ts';

export type OutboxSettings = {
  backlogLimit: number;
  leaseMs: number;
  /** A relay without progress for so long releases its lease. */
  patienceMs: number;
};

export type OutboxDeps = {
  settings: OutboxSettings;
  topic: string;
  documents: Documents;
  pending: Pending;
  backfilling: Backfill;
  createPublisher: () => Promise<TransactionalPublisher>;
  /** Resolves when topics and indexes exist. */
  prepare: (signal: AbortSignal) => Promise<unknown>;
  hooks: OutboxHooks;
  nowMs: () => number;
  log: Log;
  metrics: Metrics;
  narrate: Channel['narrate'];
  sight: Channel['sight'];
  tracer: Tracer;
  /** Called after postings were published. */
  onPublished: (count: number) => void;
};

/** Publishes pending postings: the relay, its lease, and the backlog watch. */
export const createOutbox = (deps: OutboxDeps) => {
  const { settings, documents, pending, metrics, nowMs } = deps;
  const { backlogLimit: limit, leaseMs, patienceMs } = settings;
  const backlog = createBacklog(limit);
  const wake = createWake();
  const held = metrics.gauge('relay_lease_held');
  let leading = false;
  const relay = createRelay({
    ...deps,
    name: RELAY_ID,
    ...{ wake, leaseMs, patienceMs },
    lease: createLease(createLeaseStore(documents, RELAY_ID), randomUUID(), leaseMs),
    publishRound: createPublishRound(deps),
    onLeading: (yes) => {
      leading = yes;
      held.set(yes ? 1 : 0);
    },
  });
  const watch = createWatchBacklog({ pending, limit, backlog, metrics, nowMs });
  return {
    backlog,
    /** Wakes the relay, if it is in this process. */
    wake: wake.wake,
    /** Whether this replica is the relay. */
    isRelay: (): boolean => leading,
    /** Whether this replica is the relay, and what waits to be published, once that was counted. */
    snapshot: (): Pick<SnapshotFields, 'outbox' | 'relay'> => {
      const waiting = watch.waiting();
      return { relay: { leading }, ...(waiting && { outbox: waiting }) };
    },
    start: () => {
      relay.start();
      watch.start();
    },
    stops: [
      { name: 'relay', stop: relay.stop },
      { name: 'backlog watch', stop: watch.stop },
    ],
  };
};
