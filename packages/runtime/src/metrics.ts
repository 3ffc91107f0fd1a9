import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';

const secondsBuckets = [0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
const sizeBuckets = [1, 5, 10, 50, 100, 250, 500, 1000, 2500];

/** The Prometheus metrics of one service; every name begins with `skillstream_`. */
export const createMetrics = (service: string) => {
  const registry = new Registry();
  registry.setDefaultLabels({ service });
  collectDefaultMetrics({ register: registry, prefix: 'skillstream_' });
  // The version of Node reveals its known vulnerabilities, and metrics may be public.
  registry.removeSingleMetric('skillstream_nodejs_version_info');
  const registers = [registry];
  const name = (suffix: string) => `skillstream_${suffix}`;
  return {
    registry,
    counter: (suffix: string, help: string, labelNames: string[] = []) =>
      new Counter({ name: name(suffix), help, labelNames, registers }),
    gauge: (suffix: string, help: string, labelNames: string[] = []) =>
      new Gauge({ name: name(suffix), help, labelNames, registers }),
    seconds: (suffix: string, help: string, labelNames: string[] = []) =>
      new Histogram({ name: name(suffix), help, labelNames, registers, buckets: secondsBuckets }),
    sizes: (suffix: string, help: string, labelNames: string[] = []) =>
      new Histogram({ name: name(suffix), help, labelNames, registers, buckets: sizeBuckets }),
  };
};

export type Metrics = ReturnType<typeof createMetrics>;
