import { describe, expect, test } from '@jest/globals';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { copyOf, helm, loadedImages, type Values } from './helm.ts';

/** Renders charts of ours as the dependencies of a chart of somebody else. */
const underAnother = (dependencies: { name: string; alias?: string }[], global: Values = {}) => {
  const folder = mkdtempSync(join(tmpdir(), 'skillstream-umbrella-'));
  try {
    const versioned = dependencies.map((one) => ({ ...one, version: '>=0.0.0' }));
    const chart = { apiVersion: 'v2', name: 'theirs', version: '1.0.0', dependencies: versioned };
    writeFileSync(join(folder, 'Chart.yaml'), stringify(chart));
    mkdirSync(join(folder, 'charts'));
    for (const { name } of dependencies) symlinkSync(copyOf(name), join(folder, 'charts', name));
    const engines = { secret: { withoutCluster: 'generate' } };
    const aliased = dependencies.some(({ name, alias }) => name === 'engines' && alias)
      ? { other: engines }
      : {};
    const values = JSON.stringify({ global, engines, ...aliased, skillstream: { engines } });
    return helm(['template', 'sk', folder, ...loadedImages, '--values', '-'], values);
  } finally {
    rmSync(folder, { recursive: true });
  }
};
const all = ['engines', 'ingestion', 'tagging', 'analytics', 'gateway'].map((name) => ({ name }));

describe('in an umbrella of somebody else', () => {
  test('a service is asked for its engines, as it is alone', () => {
    const { status, output } = underAnother([{ name: 'tagging' }]);
    expect(status).not.toBe(0);
    expect(output).toContain('global.kafka.brokers is needed');
    expect(output).toContain('set global.umbrella to true');
  });

  test('all charts of a release together are taken where global.umbrella says so', () => {
    expect(underAnother(all, { umbrella: true })).toMatchObject({ status: 0 });
  });

  test('the whole platform is taken without a word more', () => {
    expect(underAnother([{ name: 'skillstream' }])).toMatchObject({ status: 0 });
  });

  test.each(['tagging', 'gateway', 'engines'])(
    'an alias of %s is refused, since others find it by name',
    (name) => {
      const { status, output } = underAnother([{ name, alias: 'other' }], { umbrella: true });
      expect(status).not.toBe(0);
      expect(output).toContain(`the chart ${name} is in this release by the alias other`);
    },
  );
});
