import { currentContext } from '@skillstream/telemetry';
import type { Histogram, LabelValues } from 'prom-client';

/**
 * What a histogram is measured with. A measurement that is taken within a sampled trace leaves the trace's id beside
 * its bucket, as an exemplar: from a slow answer on a dashboard to the trace that was slow
 * (https://prometheus.io/docs/specs/om/open_metrics_spec/#exemplars).
 */
export const withExemplars = <L extends string>(histogram: Histogram<L>) => {
  const observe = (value: number, labels: LabelValues<L> = {}): void => {
    const context = currentContext();
    const exemplar = context?.sampled ? { trace_id: context.traceId, span_id: context.spanId } : {};
    // prom-client's types take an exemplar's labels for the metric's.
    histogram.observe({ value, labels, exemplarLabels: exemplar as LabelValues<L> });
  };
  return {
    observe,
    /** @returns ends the measurement, and gives the seconds that it took */
    startTimer: () => {
      const startedMs = performance.now();
      return (labels?: LabelValues<L>): number => {
        const seconds = (performance.now() - startedMs) / 1000;
        observe(seconds, labels);
        return seconds;
      };
    },
  };
};
