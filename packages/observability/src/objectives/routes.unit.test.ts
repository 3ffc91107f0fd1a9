import { expect, test } from '@jest/globals';
import { publicOperations } from '@skillstream/contracts';
import { isMeasured, isRead } from './routes.ts';

const paths = [...new Set(Object.values(publicOperations).map(({ path }) => path))];

test.each([
  ...['/v1/demand', '/v1/skills/:id/trend', '/v1/compare', '/v1/roles', '/v1/sources', '/v1/reports'],
  ...['/v1/postings/:id', '/v1/postings/:id/journey'],
])('the time of %s is promised', (path) => {
  expect(paths).toContain(path);
  expect(isRead(path)).toBe(true);
});

test.each([
  ...['/v1/live', '/v1/pipeline/live', '/healthz', '/', '/v1/reconciliation', '/v1/salaries'],
  // These are read at most so often for all callers together, and who comes between two reads waits.
  ...['/v1/ledger', '/v1/status', '/v1/pipeline'],
])('the time of %s is not', (path) => {
  expect(paths).toContain(path);
  expect(isRead(path)).toBe(false);
});

test('every request counts as served or not, but those of streams, of probes and of nothing', () => {
  expect([...paths, 'other'].filter((path) => !isMeasured(path)).sort()).toEqual([
    ...['/healthz', '/readyz', '/v1/live', '/v1/pipeline/live', 'other'],
  ]);
});
