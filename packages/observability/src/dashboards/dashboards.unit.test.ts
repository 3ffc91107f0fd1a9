import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import type { Dataquery } from '@grafana/grafana-foundation-sdk/prometheus';
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

test.each(dashboards)('$id shows the releases that are chosen, at first all of them', (plan) => {
  const { templating, panels = [] } = grafanaDashboard(plan);
  const choices = templating!.list!.filter(({ type }) => type === 'query');
  expect(choices.map(({ name, query }) => [name, query])).toEqual([
    ['namespace', 'label_values(up{job="skillstream"}, namespace)'],
    ['release', 'label_values(up{job="skillstream",namespace=~"$namespace"}, release)'],
  ]);
  for (const one of choices)
    expect(one).toMatchObject({ includeAll: true, allValue: '.*', current: { value: '$__all' } });
  const expressions = panels.flatMap((panel) =>
    ('targets' in panel ? panel.targets! : []).map((query) => (query as Dataquery).expr),
  );
  const selector = /\b(?:skillstream[_:][\w:]+|up\b)(\{(?:"[^"]*"|[^"}])*\})?/g;
  const found = expressions.flatMap((expr) => [...expr.matchAll(selector)]);
  expect(found.length).toBeGreaterThanOrEqual(expressions.length);
  for (const [, braces] of found) expect(braces).toMatch(/namespace=~"\$namespace",release=~"\$release"\}$/);
});

test('every service has a dashboard', () => {
  expect(dashboards.map(({ id }) => id)).toEqual(expect.arrayContaining([...serviceNames]));
});

test.each(serviceNames)(
  '%s shows how late its event loop is and what garbage costs it, by replica',
  (service) => {
    const own = `{service="${service}",namespace=~".*",release=~".*"}`;
    const plan = dashboards.find(({ id }) => id === service)!;
    const expressions = queriesOf(plan, '1m').map(({ expr }) => expr);
    for (const figure of ['max', 'p99', 'p50'])
      expect(expressions).toContain(
        `clamp_min(max by (instance) (skillstream_nodejs_eventloop_lag_${figure}_seconds${own}) - 0.01, 0)`,
      );
    const garbage = `skillstream_nodejs_gc_duration_seconds`;
    expect(expressions).toContain(`sum by (instance) (rate(${garbage}_sum${own}[1m]))`);
    expect(expressions).toContain(
      `histogram_quantile(0.99, sum by (le, kind) (rate(${garbage}_bucket${own}[1m])))`,
    );
  },
);
