import type { MetricLabel } from './metric.ts';

/** A label whose values are all known. */
export const oneOf = (...values: readonly string[]): MetricLabel => ({
  most: values.length,
  of: values.map((value) => `\`${value}\``).join(', '),
});

export const groupLabel: MetricLabel = { most: 4, of: 'consumer groups that the process reads or watches' };
/** A topic may get more partitions; 100 are many times what a release creates. */
export const partitionLabel: MetricLabel = { most: 100, of: 'partitions of a topic' };
export const upstreamLabel: MetricLabel = oneOf('ingestion', 'tagging', 'analytics');
