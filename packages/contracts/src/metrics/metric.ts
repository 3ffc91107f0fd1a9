import type { ServiceName } from '../operation.ts';

/** A label: the most values that it takes in one process, whatever clients send, and what they are. */
export type MetricLabel = { most: number; of: string };

/** What is measured under one name; the name itself is the key in a table, and ends with the unit. */
export type Metric = {
  kind: 'counter' | 'gauge' | 'histogram';
  unit: 'seconds' | 'bytes' | 'ratio' | 'count';
  /** What it means, in one sentence: also the HELP line of the scrape. */
  help: string;
  /** The services that report it. */
  services: readonly ServiceName[];
  labels: Readonly<Record<string, MetricLabel>>;
  /** Upper bounds of the buckets of a histogram, ascending; one of them is each limit that an objective names. */
  buckets?: readonly number[];
};

/** Names to metrics; `satisfies` it, so that the names and labels are known to the compiler. */
export type MetricTable = Readonly<Record<string, Metric>>;

/** All names of metrics begin with it. */
export const METRIC_PREFIX = 'skillstream_';
