import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { generatedFiles } from '../scripts/generate.ts';

const charts = join(import.meta.dirname, '..');
type Tree = { [key: string]: unknown };
const globalOf = (chart: string): Tree =>
  (parse(readFileSync(join(charts, chart, 'values.yaml'), 'utf8')) as { global: Tree }).global;

test.each([...generatedFiles()].map(([path, text]) => [relative(charts, path), path, text]))(
  '%s is what its sources say (else: npm run generate:charts)',
  (_name, path, text) => {
    expect(readFileSync(path, 'utf8')).toBe(text);
  },
);

test.each(['ingestion', 'tagging', 'analytics', 'gateway', 'engines'])(
  '%s has the same defaults for what it shares as the umbrella',
  (chart) => {
    const shared: ReturnType<typeof globalOf> = { ...globalOf('skillstream'), umbrella: false };
    const own = globalOf(chart);
    expect(globalOf('skillstream')).toHaveProperty('umbrella', true);
    expect(own).toEqual(Object.fromEntries(Object.keys(own).map((key) => [key, shared[key]])));
  },
);
