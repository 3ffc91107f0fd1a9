import { globSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { chartsCopy } from './config.ts';
import { helm, render } from './helm.ts';
import { ofKind, podsOf } from './manifest.ts';
import { charts } from './set-up.ts';
import { ciValues } from './variants.ts';

const folder = join(import.meta.dirname, '..');

describe.each(charts)('%s', (chart) => {
  const values = ciValues(chart);

  test('has values that it is tested with, all of them named as chart-testing looks for them', () => {
    const files = globSync('ci/*', { cwd: join(folder, chart) });
    expect(files.length).toBeGreaterThan(0);
    expect(files).toHaveLength(Object.keys(values).length);
  });

  test.each(Object.entries(values))('renders and passes the linter with %s', (name, ours) => {
    expect(podsOf(render(ours, chart)).length).toBeGreaterThan(0);
    const file = join(folder, chart, `ci/${name}-values.yaml`);
    expect(helm(['lint', '--strict', '--quiet', '--values', file, join(chartsCopy.folder(), chart)])).toEqual(
      {
        status: 0,
        output: '',
      },
    );
  });
});

test('a chart of a service by itself makes that service alone, and no engine', () => {
  for (const chart of ['ingestion', 'tagging', 'analytics', 'gateway']) {
    const manifests = render(ciValues(chart)['alone'], chart);
    expect(podsOf(manifests).map(({ name }) => name)).toEqual([`sk-${chart}`]);
    expect(ofKind(manifests, 'Secret')).toEqual([]);
  }
});
