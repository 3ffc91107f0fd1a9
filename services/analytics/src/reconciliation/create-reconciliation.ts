import { randomUUID } from 'node:crypto';
import type { Kafka, TopicAdmin } from '@skillstream/messaging';
import { createLedgerWatch, type Log, type Metrics } from '@skillstream/runtime';
import { callEngine } from '../stores/call-engine.ts';
import type { Stores } from '../stores/stores-of.ts';
import { createLedgerRow } from './row/create-row.ts';
import type { DeadLetterCounts } from './row/dead-letter-counts.ts';
import { ledgerEndOf } from './row/ledger-end.ts';
import type { RunStore } from './verify/run-store.ts';
import { createVerifyRuns } from './verify/runs.ts';
import { runVerification } from './verify/run-verification.ts';
import { createComparison } from './comparison/create-comparison.ts';
import { createVersionReader } from './comparison/version-reader.ts';

type ReconciliationDeps = {
  kafka: Kafka;
  admin: TopicAdmin;
  topic: string;
  context: { stores: () => Promise<Stores>; partitions: () => Promise<number> };
  consumers: { deadLetterCounts: DeadLetterCounts; lag: () => Promise<number> };
  /** The version of the views that queries read; null while they are being built. */
  viewVersion: () => Promise<string | null>;
  jobs: RunStore;
  replicaId: string;
  log: Log;
  metrics: Metrics;
  now: () => number;
};

/** Creates what checks that accepted postings are counted: the ledger's row, versions by page, and verifications. */
export const createReconciliation = (deps: ReconciliationDeps) => {
  const { kafka, admin, topic, consumers, now, log, metrics } = deps;
  const { stores, partitions } = deps.context;
  const found = metrics.counter('differences_found_total');
  // A series that begins with its first difference would not have increased.
  found.inc({ kind: 'log' }, 0);
  const row = createLedgerRow({
    ...{ stores, partitions, lag: consumers.lag, deadLetterCounts: consumers.deadLetterCounts },
    viewsLive: async () => (await deps.viewVersion()) !== null,
  });
  return {
    /** This service's row of the ledger. */
    row,
    watch: createLedgerWatch({ metrics, nowMs: now, read: async () => ledgerEndOf(await row()) }),
    /** Compares a page of ingestion's postings with the facts. */
    compareVersions: createComparison({
      ...createVersionReader(stores),
      diedAt: consumers.deadLetterCounts.diedAt,
    }),
    /** Verifications against the log, one at a time over all replicas. */
    verifications: createVerifyRuns({
      ...{ newId: randomUUID, owner: deps.replicaId, now, log, store: deps.jobs },
      verify: async (progress) => {
        let differences = 0;
        await runVerification(
          { kafka, admin, topic, stores: await callEngine('MongoDB', stores) },
          (change) => {
            differences = change.differenceCount ?? differences;
            progress(change);
          },
        );
        found.inc({ kind: 'log' }, differences);
      },
    }),
  };
};

export type Reconciliation = ReturnType<typeof createReconciliation>;
