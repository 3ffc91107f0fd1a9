import { boardMetrics } from './board-metrics.ts';
import { channelMetrics } from './channel-metrics.ts';
import { consumerMetrics } from './consumer-metrics.ts';
import { httpMetrics } from './http-metrics.ts';
import { intakeMetrics } from './intake-metrics.ts';
import { ledgerMetrics } from './ledger-metrics.ts';
import { linkingMetrics } from './linking-metrics.ts';
import type { Metric } from './metric.ts';
import { processMetrics } from './process-metrics.ts';

export { ledgerEnds, ledgerStates, type LedgerState } from './ledger-metrics.ts';
export { METRIC_PREFIX, type Metric } from './metric.ts';
export { processMetrics } from './process-metrics.ts';

/** What the services measure themselves, by name without the prefix. */
export const ownMetrics = {
  ...{
    ...httpMetrics,
    ...intakeMetrics,
    ...consumerMetrics,
    ...ledgerMetrics,
    ...boardMetrics,
    ...linkingMetrics,
    ...channelMetrics,
  },
};
type OwnMetrics = typeof ownMetrics;

/** All metrics: types, the table in the documentation, rules and dashboards come from here. */
export const metricTable: Readonly<Record<keyof OwnMetrics | keyof typeof processMetrics, Metric>> = {
  ...ownMetrics,
  ...processMetrics,
};

/** The names of all metrics of a kind. */
export type MetricName<K extends Metric['kind']> = {
  [N in keyof OwnMetrics]: OwnMetrics[N]['kind'] extends K ? N : never;
}[keyof OwnMetrics];
/** The names of a metric's labels. */
export type MetricLabels<N extends keyof OwnMetrics> = keyof OwnMetrics[N]['labels'] & string;

/** The most series of a metric that one process reports, whatever clients send; buckets count as one. */
export const mostSeries = ({ labels }: Metric): number =>
  Object.values(labels).reduce((product, { most }) => product * most, 1);
