import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { serviceNames } from '@skillstream/contracts';
import { dashboardFile, grafanaDashboard } from '../../scripts/grafana.ts';
import { queriesOf } from './dashboard.ts';
import { dashboards } from './index.ts';

const FOLDER = new URL('../../generated/dashboards/', import.meta.url);

test('there is a file for each dashboard, and no other', () => {
  expect(readdirSync(FOLDER).sort()).toEqual(dashboards.map(({ id }) => `${id}.json`).sort());
});

test.each(dashboards)('the file of $id is the one that the definitions make', (plan) => {
  expect(readFileSync(new URL(`${plan.id}.json`, FOLDER), 'utf8')).toBe(dashboardFile(plan));
});

test.each(dashboards)(
  'in $id every panel says what to see in it, and has an id and a place of its own',
  (plan) => {
    const { panels = [] } = grafanaDashboard(plan);
    const places = panels.map(({ gridPos }) => `${gridPos!.x},${gridPos!.y}`);
    expect(new Set(places).size).toBe(panels.length);
    expect(new Set(panels.map(({ id }) => id)).size).toBe(panels.length);
    for (const { panels: own } of plan.rows)
      for (const { about, queries } of own) {
        expect(about).toMatch(/^[A-Z0-9].*\.$/);
        expect(queries.length).toBeGreaterThan(0);
      }
  },
);

test('a range is Grafana’s in a file, and any other where a query is run', () => {
  const plan = dashboards.find(({ id }) => id === 'pipeline')!;
  expect(dashboardFile(plan)).toContain('[$__rate_interval]');
  const expressions = queriesOf(plan, '1m').map(({ expr }) => expr);
  expect(expressions.join()).toContain('[1m]');
  expect(expressions.join()).not.toContain('$');
});

test('every service has a dashboard', () => {
  expect(dashboards.map(({ id }) => id)).toEqual(expect.arrayContaining([...serviceNames]));
});

test.each(serviceNames)(
  '%s shows how late its event loop is and what garbage costs it, by replica',
  (service) => {
    const plan = dashboards.find(({ id }) => id === service)!;
    const expressions = queriesOf(plan, '1m').map(({ expr }) => expr);
    for (const figure of ['max', 'p99', 'p50'])
      expect(expressions).toContain(
        `clamp_min(max by (instance) (skillstream_nodejs_eventloop_lag_${figure}_seconds{service="${service}"}) - 0.01, 0)`,
      );
    const garbage = `skillstream_nodejs_gc_duration_seconds`;
    expect(expressions).toContain(`sum by (instance) (rate(${garbage}_sum{service="${service}"}[1m]))`);
    expect(expressions).toContain(
      `histogram_quantile(0.99, sum by (le, kind) (rate(${garbage}_bucket{service="${service}"}[1m])))`,
    );
  },
);
