import { Registry } from 'prom-client';

const COUNTER_HEAD = /^# HELP (\S+) (.*)\n# TYPE \1 counter$/gm;
const EXEMPLAR = / # \{[^{}]*\} \S+ \S+$/gm;
const END = /# EOF\n$/;

/**
 * The media type for a scraper by its `Accept`: OpenMetrics if it names that at all, whatever versions and ways to
 * escape it adds; the older text for everybody else.
 */
export const expositionFor = (accept: string | undefined): string =>
  /application\/openmetrics-text/i.test(accept ?? '')
    ? Registry.OPENMETRICS_CONTENT_TYPE
    : Registry.PROMETHEUS_CONTENT_TYPE;

/**
 * Prometheus' older text format of what OpenMetrics says: the family of a counter is named like its samples, and there
 * are neither exemplars nor a last line (https://prometheus.io/docs/instrumenting/exposition_formats/).
 */
export const toPlainText = (openMetrics: string): string =>
  openMetrics
    .replace(COUNTER_HEAD, '# HELP $1_total $2\n# TYPE $1_total counter')
    .replace(EXEMPLAR, '')
    .replace(END, '');
