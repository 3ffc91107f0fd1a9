import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parse } from 'yaml';
import type { Values } from './helm.ts';

const charts = join(import.meta.dirname, '..');

/** The values that a chart is tested with, as chart-testing (`ct`) finds them, each by its name. */
export const ciValues = (chart: string): Record<string, Values> =>
  Object.fromEntries(
    globSync('ci/*-values.yaml', { cwd: join(charts, chart) })
      .sort()
      .map((file) => [
        basename(file, '-values.yaml'),
        parse(readFileSync(join(charts, chart, file), 'utf8'), { merge: true }) as Values,
      ]),
  );

/** Releases which together have every kind of object that the charts can make: what scanners look at. */
export const variants: Record<string, Values> = ciValues('skillstream');
