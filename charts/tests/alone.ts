import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { Values } from './helm.ts';

const folder = join(import.meta.dirname, '../../k8s/single-charts');
const names = ['engines', 'ingestion', 'tagging', 'analytics', 'gateway'];

/** The file of a chart's example. */
export const exampleFile = (chart: string): string => join(folder, `${chart}.yaml`);

/** The values by which each chart is installed as a release of its own, as the pages have them; `my-` and its name. */
export const alone: Record<string, Values> = Object.fromEntries(
  names.map((name) => [name, parse(readFileSync(exampleFile(name), 'utf8')) as Values]),
);
