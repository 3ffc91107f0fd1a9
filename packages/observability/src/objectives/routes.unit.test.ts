import { expect, test } from '@jest/globals';
import { publicOperations } from '@skillstream/contracts';
import { readRoutes, unmeasuredRoutes } from './routes.ts';

test('queries are measured, and neither streams, probes, jobs nor pages', () => {
  expect(readRoutes).toEqual(expect.arrayContaining(['/v1/demand', '/v1/skills/:id/trend', '/v1/compare']));
  for (const path of ['/v1/live', '/v1/pipeline/live', '/healthz', '/metrics', '/', '/v1/reconciliation'])
    expect(readRoutes).not.toContain(path);
});

test('every request counts as served or not, but those of streams, of probes and of nothing', () => {
  expect(unmeasuredRoutes).toEqual([
    ...['/healthz', '/metrics', '/readyz', '/v1/live', '/v1/pipeline/live', 'other'],
  ]);
});

test('paths of operations hold nothing that means something else in a pattern', () => {
  for (const { path } of Object.values(publicOperations)) expect(path).toMatch(/^[\w/:.-]+$/);
});
