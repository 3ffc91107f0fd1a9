import type { Metrics } from '@skillstream/runtime';

type Projection = 'tagging' | 'views' | 'facts';

/** Measures what consumers process: batches by projection, and dead letters. */
export const instrumentConsumer = (metrics: Metrics) => {
  const seconds = metrics.histogram('consumer_batch_seconds');
  const sizes = metrics.histogram('consumer_batch_records');
  const deadLetters = metrics.counter('dead_letters_total');
  return {
    onBatch: (projection: Projection) => (_partition: number, records: number, took: number) => {
      seconds.observe(took, { projection });
      sizes.observe(records, { projection });
    },
    onDeadLetters: (count: number) => deadLetters.inc(count),
  };
};
