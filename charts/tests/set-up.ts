import { cpSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { chartsCopy } from './config.ts';
import { helm } from './helm.ts';

/** Charts that are installed; `common` is a library. */
export const charts = ['skillstream', 'ingestion', 'tagging', 'analytics', 'gateway', 'engines'];

/** Packs the charts in a copy, so that a test run changes nothing that somebody installs from. */
export default (): void => {
  const source = join(import.meta.dirname, '..');
  const copy = mkdtempSync(join(tmpdir(), 'skillstream-charts-'));
  const skipped = ['tests', 'scripts', ...charts.map((chart) => join(chart, 'charts'))];
  const filter = (path: string) => path === source || !skipped.includes(relative(source, path));
  cpSync(source, copy, { recursive: true, filter });
  for (const chart of charts) {
    const { status, output } = helm(['dependency', 'update', join(copy, chart)]);
    if (status !== 0) throw new Error(`helm dependency update ${chart}: ${output}`);
  }
  chartsCopy.moveTo(copy);
};
