import { BATCH_SIZES, BATCH_SECONDS } from './buckets.ts';
import { oneOf } from './labels.ts';
import type { MetricTable } from './metric.ts';

/** What ingestion accepts, and how its relay publishes it. */
export const intakeMetrics = {
  postings_total: {
    kind: 'counter',
    unit: 'count',
    help: 'Postings that came in, by what became of them',
    services: ['ingestion'],
    labels: { result: oneOf('accepted', 'unchanged', 'rejected') },
  },
  personal_data_masked_total: {
    kind: 'counter',
    unit: 'count',
    help: 'What pointed to a person in accepted postings and was masked before they were stored, by kind',
    services: ['ingestion'],
    labels: { kind: oneOf('email', 'phone', 'profile', 'name') },
  },
  outbox_backlog: {
    kind: 'gauge',
    unit: 'count',
    help: 'Postings that wait to be published; counted up to the limit, and one more',
    services: ['ingestion'],
    labels: {},
  },
  outbox_oldest_seconds: {
    kind: 'gauge',
    unit: 'seconds',
    help: 'How long the first of them has waited; 0 when none does, and no series while that cannot be counted',
    services: ['ingestion'],
    labels: {},
  },
  relay_batch_size: {
    kind: 'histogram',
    unit: 'count',
    help: 'Postings that the relay published in one transaction',
    services: ['ingestion'],
    labels: {},
    buckets: BATCH_SIZES,
  },
  relay_batch_seconds: {
    kind: 'histogram',
    unit: 'seconds',
    help: 'Time from having read postings to having cleared them',
    services: ['ingestion'],
    labels: {},
    buckets: BATCH_SECONDS,
  },
  postings_due_for_expiry: {
    kind: 'gauge',
    unit: 'count',
    help: 'Postings whose text is older than its source is kept, and still there; of the relay alone, counted up to 100,000',
    services: ['ingestion'],
    labels: {},
  },
  postings_expired_total: {
    kind: 'counter',
    unit: 'count',
    help: 'Postings whose text was removed because it had expired',
    services: ['ingestion'],
    labels: {},
  },
  relay_lease_held: {
    kind: 'gauge',
    unit: 'count',
    help: '1 while this replica is the relay',
    services: ['ingestion'],
    labels: {},
  },
} as const satisfies MetricTable;
