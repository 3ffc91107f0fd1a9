import { BATCH_SIZES, JOURNEY_SECONDS, BATCH_SECONDS } from './buckets.ts';
import { groupLabel, oneOf, partitionLabel } from './labels.ts';
import type { MetricTable } from './metric.ts';

const readers = ['tagging', 'analytics'] as const;
// The writer of a topic watches its readers: a reader that is down reports nothing about itself.
const writers = ['ingestion', 'tagging'] as const;

/** How consumers process records, and how far they are behind. */
export const consumerMetrics = {
  consumer_lag_records: {
    kind: 'gauge',
    unit: 'count',
    help: 'Records that a group has not processed: last stable offset less committed offset',
    services: writers,
    labels: { group: groupLabel, partition: partitionLabel },
  },
  consumer_lag_seconds: {
    kind: 'gauge',
    unit: 'seconds',
    help: 'Age of the oldest record that a group has not processed; 0 when there is none',
    services: writers,
    labels: { group: groupLabel, partition: partitionLabel },
  },
  consumer_batch_seconds: {
    kind: 'histogram',
    unit: 'seconds',
    help: 'Time to process a batch',
    services: readers,
    labels: { projection: oneOf('tagging', 'views', 'facts') },
    buckets: BATCH_SECONDS,
  },
  consumer_batch_records: {
    kind: 'histogram',
    unit: 'count',
    help: 'Records in a batch',
    services: readers,
    labels: { projection: oneOf('tagging', 'views', 'facts') },
    buckets: BATCH_SIZES,
  },
  dead_letters_total: {
    kind: 'counter',
    unit: 'count',
    help: 'Records put away because they cannot be processed',
    services: readers,
    labels: {},
  },
  posting_counted_seconds: {
    kind: 'histogram',
    unit: 'seconds',
    help: 'Time from accepting a version of a posting to counting it in the views',
    services: ['analytics'],
    labels: {},
    buckets: JOURNEY_SECONDS,
  },
} as const satisfies MetricTable;
