import { oneOf } from './labels.ts';
import type { MetricTable } from './metric.ts';

/** Each end of the pipeline counts its own postings; whether they agree, rules and the gateway find out. */
export const ledgerEnds = ['ingestion', 'analytics'] as const;

/**
 * What the ends say of postings. Of ingestion: accepted, and of these pending and retracted. Of analytics: counted or
 * dead-lettered; of the dead letters those that are retractions, and those of postings that it does not know, which
 * may be outdated.
 */
export const ledgerStates = [
  ...(['accepted', 'pending', 'retracted'] as const),
  ...(['counted', 'dead-lettered', 'dead-retractions', 'dead-unknown'] as const),
] as const;
export type LedgerState = (typeof ledgerStates)[number];

/** Whether every accepted posting is counted: the ledger, and what was found by comparing posting by posting. */
export const ledgerMetrics = {
  ledger_postings: {
    kind: 'gauge',
    unit: 'count',
    help: 'Postings in the ledger by what became of them; those of ingestion are reported by the relay alone',
    services: ledgerEnds,
    labels: { state: oneOf(...ledgerStates) },
  },
  ledger_versions: {
    kind: 'gauge',
    unit: 'count',
    help: 'Sum of the versions of the postings that are not retracted, as this service has them',
    services: ledgerEnds,
    labels: {},
  },
  ledger_read_timestamp_seconds: {
    kind: 'gauge',
    unit: 'seconds',
    help: 'When this service last counted its part of the ledger, since 1970',
    services: ledgerEnds,
    labels: {},
  },
  differences_found_total: {
    kind: 'counter',
    unit: 'count',
    help: 'Differences that reconciliations (by kind, of jobs too) and verifications (against the log) found',
    services: ['gateway', 'analytics'],
    labels: { kind: oneOf('missing', 'behind', 'too-much', 'log', 'job') },
  },
} as const satisfies MetricTable;
