import type { ConsumerStatus } from '@skillstream/contracts';
import type { Metrics } from '@skillstream/runtime';

/** Metrics by partition: lag, batch sizes and durations, dead letters. */
export const consumerMetrics = (metrics: Metrics, statuses: () => ConsumerStatus[]) => {
  const seconds = metrics.seconds('consumer_batch_seconds', 'Time to take a batch', ['projection']);
  const sizes = metrics.sizes('consumer_batch_records', 'Records in a batch', ['projection']);
  const deadLetters = metrics.counter('dead_letters_total', 'Records put away because they cannot be taken');
  const lag = metrics.gauge('consumer_lag', 'Records not taken yet', ['group', 'partition']);
  const measureLag = () => {
    lag.reset();
    for (const { group, partitions } of statuses()) {
      for (const p of partitions) lag.set({ group, partition: String(p.partition) }, p.lag);
    }
  };
  // prom-client calls this on every scrape.
  Object.assign(lag, { collect: measureLag });
  return {
    onBatch: (projection: string) => (_partition: number, records: number, took: number) => {
      seconds.observe({ projection }, took);
      sizes.observe({ projection }, records);
    },
    onDeadLetters: (count: number) => deadLetters.inc(count),
  };
};
