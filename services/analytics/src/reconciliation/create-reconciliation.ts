import { randomUUID } from 'node:crypto';
import type { Kafka, TopicAdmin } from '@skillstream/messaging';
import type { Log } from '@skillstream/runtime';
import { callEngine } from '../stores/call-engine.ts';
import type { Stores } from '../stores/stores-of.ts';
import { createLedgerRow } from './row/create-row.ts';
import type { DeadLetterCounts } from './row/dead-letter-counts.ts';
import type { JobStore } from './verify/job-store.ts';
import { createVerifyJobs } from './verify/jobs.ts';
import { runVerification } from './verify/run-verification.ts';
import { createComparison } from './versions/create-comparison.ts';
import { createVersionReader } from './versions/version-reader.ts';

type ReconciliationDeps = {
  kafka: Kafka;
  admin: TopicAdmin;
  topic: string;
  context: { stores: () => Promise<Stores>; partitions: () => Promise<number> };
  consumers: { deadLetterCounts: DeadLetterCounts; lag: () => Promise<number> };
  /** The version of the views that queries read; null while they are being built. */
  viewVersion: () => Promise<string | null>;
  jobs: JobStore;
  replicaId: string;
  log: Log;
  now: () => number;
};

/** Creates what checks that accepted postings are counted: the ledger's row, versions by page, and verifications. */
export const createReconciliation = (deps: ReconciliationDeps) => {
  const { kafka, admin, topic, consumers, now, log } = deps;
  const { stores, partitions } = deps.context;
  return {
    /** This service's row of the ledger. */
    row: createLedgerRow({
      ...{ stores, partitions, lag: consumers.lag, deadLetterCounts: consumers.deadLetterCounts },
      viewsLive: async () => (await deps.viewVersion()) !== null,
    }),
    /** Compares a page of ingestion's postings with the facts. */
    compareVersions: createComparison({
      ...createVersionReader(stores),
      diedAt: consumers.deadLetterCounts.diedAt,
    }),
    /** Verifications against the log, one at a time over all replicas. */
    verifications: createVerifyJobs({
      ...{ newId: randomUUID, owner: deps.replicaId, now, log, store: deps.jobs },
      run: async (progress) =>
        runVerification({ kafka, admin, topic, stores: await callEngine('MongoDB', stores) }, progress),
    }),
  };
};

export type Reconciliation = ReturnType<typeof createReconciliation>;
