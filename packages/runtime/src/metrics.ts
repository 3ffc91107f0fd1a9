import { setImmediate as turn } from 'node:timers/promises';
import { oneAtATime } from '@skillstream/async';
import {
  METRIC_PREFIX,
  ownMetrics,
  type Metric,
  type MetricLabels,
  type MetricName,
} from '@skillstream/contracts';
import {
  Counter,
  Gauge,
  Histogram,
  Registry,
  collectDefaultMetrics,
  type OpenMetricsContentType,
} from 'prom-client';
import { withExemplars } from './exemplars.ts';
import { toPlainText } from './exposition.ts';

const table: Readonly<Record<string, Metric>> = ownMetrics;

/**
 * The Prometheus metrics of one service. Names, meanings, labels and buckets come from the table of metrics in the
 * contracts: what is not in it cannot be measured.
 */
export const createMetrics = (service: string) => {
  const registry = new Registry<OpenMetricsContentType>();
  registry.setContentType(Registry.OPENMETRICS_CONTENT_TYPE);
  registry.setDefaultLabels({ service });
  collectDefaultMetrics({ register: registry, prefix: METRIC_PREFIX });
  // The version of Node reveals its known vulnerabilities, and whoever reaches the port reads metrics.
  registry.removeSingleMetric(`${METRIC_PREFIX}nodejs_version_info`);
  const settings = <N extends keyof typeof ownMetrics>(name: N) => ({
    name: `${METRIC_PREFIX}${name}`,
    help: table[name]!.help,
    labelNames: Object.keys(table[name]!.labels) as MetricLabels<N>[],
    registers: [registry],
  });
  // They are written out without a pause: whoever asks in the same turn of the event loop shares one text, or twenty
  // scrapers would block it for twenty times as long.
  const written = oneAtATime(async () => {
    await turn();
    const open = await registry.metrics();
    return { open, plain: toPlainText(open) };
  });
  return {
    registry,
    /** All of them, as OpenMetrics or in Prometheus' older text format. */
    text: async (type: string): Promise<string> => {
      const { open, plain } = await written.ask();
      return type === registry.contentType ? open : plain;
    },
    counter: <N extends MetricName<'counter'>>(name: N) => new Counter<MetricLabels<N>>(settings(name)),
    gauge: <N extends MetricName<'gauge'>>(name: N) => new Gauge<MetricLabels<N>>(settings(name)),
    histogram: <N extends MetricName<'histogram'>>(name: N) =>
      withExemplars(
        new Histogram<MetricLabels<N>>({
          ...{ ...settings(name), buckets: [...table[name]!.buckets!] },
          enableExemplars: true,
        }),
      ),
  };
};

export type Metrics = ReturnType<typeof createMetrics>;
