import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { metricsDocument } from '../documents/metrics-table.ts';
import { metricTable, mostSeries, type Metric } from './index.ts';

const all = Object.entries(metricTable) as [string, Metric][];

test.each(all)('%s is named as Prometheus names it: its kind and unit are its ending', (name, metric) => {
  expect(name).toMatch(/^[a-z][a-z0-9_]*$/);
  expect(name.endsWith('_total')).toBe(metric.kind === 'counter' || /^nodejs_active_.*_total$/.test(name));
  if (metric.unit === 'seconds') expect(name).toMatch(/_seconds(_total)?$/);
  if (metric.unit === 'bytes') expect(name).toMatch(/_bytes$/);
});

test.each(all.filter(([, { kind }]) => kind === 'histogram'))(
  'the buckets of %s ascend',
  (_, { buckets }) => {
    expect(buckets!.length).toBeGreaterThan(1);
    expect([...buckets!].sort((a, b) => a - b)).toEqual(buckets);
    expect(new Set(buckets).size).toBe(buckets!.length);
  },
);

test('no process reports more than 40,000 series of a metric', () => {
  expect(all.filter(([, metric]) => mostSeries(metric) > 40_000)).toEqual([]);
});

test('the page of the documentation is the one that the table makes', () => {
  const page = readFileSync(new URL('../../generated/metrics.md', import.meta.url), 'utf8');
  expect(page).toBe(metricsDocument());
});
