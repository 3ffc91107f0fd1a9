import { EventEmitter } from 'node:events';
import { expect, test } from '@jest/globals';
import { createMetrics, silentLog } from '@skillstream/runtime';
import type { Request, Response } from 'express';
import { requestMetrics } from './request-metrics.ts';

test('refused tokens are 0 before there are any, so that the first of them is a rise', async () => {
  const metrics = createMetrics('gateway');
  requestMetrics(metrics, silentLog());
  const text = await metrics.registry.metrics();
  for (const reason of ['missing', 'invalid', 'insufficient'])
    expect(text).toContain(`skillstream_refused_tokens_total{reason="${reason}",service="gateway"} 0`);
});

test.each([
  ['that nobody answered has the status 499', false, 499],
  ['that was answered has the status of its response', true, 200],
])('a request %s', async (_, headersSent, status) => {
  const metrics = createMetrics('gateway');
  const res = Object.assign(new EventEmitter(), { headersSent, statusCode: 200 });
  const req = { method: 'GET', headers: {}, route: { path: '/v1/demand' } } as unknown as Request;
  requestMetrics(metrics, silentLog())(req, res as unknown as Response, () => undefined);
  res.emit('close');
  expect(await metrics.registry.metrics()).toContain(
    `skillstream_http_request_seconds_count{service="gateway",method="GET",route="/v1/demand",status="${status}"} 1`,
  );
});
