import type { Metrics } from '@skillstream/runtime';
import type { CircuitBreaker } from '../upstreams/circuit-breaker.ts';

export type ReportedState = {
  circuitBreakers: Readonly<Record<string, Pick<CircuitBreaker, 'state'>>>;
  /** Queries since the start that a cache had the result of, and the others. */
  cache: () => { hits: number; misses: number };
};

/** Reports, at every scrape, the circuit breakers and how many queries the caches have answered. */
export const reportGatewayMetrics = (metrics: Metrics, { circuitBreakers, cache }: ReportedState): void => {
  const open = metrics.gauge('breaker_open');
  Object.assign(open, {
    collect: () => {
      for (const [upstream, breaker] of Object.entries(circuitBreakers))
        open.set({ upstream }, breaker.state() === 'open' ? 1 : 0);
    },
  });
  const lookups = metrics.counter('cache_lookups_total');
  Object.assign(lookups, {
    collect: () => {
      const { hits, misses } = cache();
      lookups.reset();
      lookups.inc({ result: 'hit' }, hits);
      lookups.inc({ result: 'miss' }, misses);
    },
  });
};
