import { expect, test } from '@jest/globals';
import { createMetrics } from '@skillstream/runtime';
import { reportGatewayMetrics } from './report-metrics.ts';

test('a scrape says which circuit breakers are open, and what the caches have answered', async () => {
  const metrics = createMetrics('gateway');
  let hits = 3;
  reportGatewayMetrics(metrics, {
    circuitBreakers: {
      ingestion: { state: () => 'open' },
      tagging: { state: () => 'half-open' },
      analytics: { state: () => 'closed' },
    },
    cache: () => ({ hits, misses: 2 }),
  });
  const scrape = () => metrics.registry.metrics();
  await scrape();
  hits = 5;
  expect((await scrape()).split('\n')).toEqual(
    expect.arrayContaining([
      'skillstream_breaker_open{upstream="ingestion",service="gateway"} 1',
      'skillstream_breaker_open{upstream="tagging",service="gateway"} 0',
      'skillstream_breaker_open{upstream="analytics",service="gateway"} 0',
      'skillstream_cache_lookups_total{result="hit",service="gateway"} 5',
      'skillstream_cache_lookups_total{result="miss",service="gateway"} 2',
    ]),
  );
});
