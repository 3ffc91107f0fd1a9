import { expect, test } from '@jest/globals';
import { createMetrics, silentLog } from '@skillstream/runtime';
import { requestMetrics } from './request-metrics.ts';

test('refused tokens are 0 before there are any, so that the first of them is a rise', async () => {
  const metrics = createMetrics('gateway');
  requestMetrics(metrics, silentLog());
  const text = await metrics.registry.metrics();
  for (const reason of ['missing', 'invalid', 'insufficient'])
    expect(text).toContain(`skillstream_refused_tokens_total{reason="${reason}",service="gateway"} 0`);
});
