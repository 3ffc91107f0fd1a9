import { METRIC_PREFIX, metricTable, mostSeries, type Metric } from '../metrics/index.ts';

const labelsOf = ({ labels }: Metric): string =>
  Object.entries(labels)
    .map(([name, { of }]) => `\`${name}\`: ${of}`)
    .join('; ') || '–';

const rowOf = ([name, metric]: [string, Metric]): string => {
  const { kind, unit, help, services } = metric;
  const cells = [`\`${METRIC_PREFIX}${name}\``, kind, unit, help, services.join(', '), labelsOf(metric)];
  return `| ${[...cells, String(mostSeries(metric))].join(' | ')} |`;
};

/** The page of the documentation that lists every metric. */
export const metricsDocument = (): string =>
  [
    '# Metrics',
    '',
    'Made from [one table](../src/metrics/index.ts) by `npm run generate`: a service cannot measure what is not in it, and a test scrapes a real run and finds all of them. Every service serves them at `/metrics` of its management port in Prometheus’ text format; every series also has the label `service`. The last column bounds the series of one process (a histogram has a few for each: its buckets, sum and count), whatever clients send.',
    '',
    '| Name | Kind | Unit | Meaning | Services | Labels | Series, at the most |',
    '| --- | --- | --- | --- | --- | --- | --- |',
    ...Object.entries(metricTable).map(rowOf),
    '',
  ].join('\n');
