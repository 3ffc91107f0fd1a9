import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse, parseAllDocuments } from 'yaml';
import { alone, exampleFile } from './alone.ts';
import { chartsCopy } from './config.ts';
import type { Manifest } from './manifest.ts';

export type Values = { [key: string]: unknown };

let inUse = 'helm';
/** Renders by another helm from now on. */
export const use = (program: string): void => {
  inUse = program;
};

/** Runs helm to its end. @throws Error when there is no helm */
export const helm = (
  args: string[],
  input = '',
  program = inUse,
): { status: number | null; output: string } => {
  const result = spawnSync(program, args, { input, encoding: 'utf8', maxBuffer: 64 << 20 });
  if (result.error) throw new Error('these tests need helm on the PATH', { cause: result.error });
  return { status: result.status, output: result.status === 0 ? result.stdout : result.stderr };
};

/** Where a chart of this run is. */
export const copyOf = (chart: string) => join(chartsCopy.folder(), chart);

// Everywhere, since the charts have no image by default; values of a test are stronger.
export const loadedImages = ['--values', join(import.meta.dirname, 'loaded-images.yaml')];

/** As text for helm; with passwords that are made without looking into a cluster, unless the values say otherwise. */
const written = (chart: string, values: Values): string => {
  const secret = { withoutCluster: 'generate' };
  if (chart === 'engines') return JSON.stringify({ secret, ...values });
  if (chart !== 'skillstream') return JSON.stringify(values);
  return JSON.stringify({ ...values, engines: { secret, ...(values['engines'] as Values | undefined) } });
};

const template = (chart: string, values: Values, release = 'sk', namespace = 'demo') =>
  helm(
    ['template', release, copyOf(chart), '--namespace', namespace, ...loadedImages, '--values', '-'],
    written(chart, values),
  );

/** The objects of a release of one chart alone, by images that were loaded. */
export const renderAlone = (
  values: Values,
  chart: string,
  release = 'sk',
  namespace = 'demo',
  from = '',
): Manifest[] => {
  const { status, output } = template(chart, values, release, namespace);
  if (status !== 0) throw new Error(output);
  // Helm reads YAML 1.1, in which a name like `on` is a truth value.
  const documents = output.split(/^---$/m).filter((text) => text.includes(`# Source: ${from}`));
  return documents
    .flatMap((text) => parseAllDocuments(text, { version: '1.1' }))
    .map((document) => document.toJS() as Manifest | null)
    .filter((manifest): manifest is Manifest => manifest !== null);
};

const parts = ['ingestion', 'tagging', 'analytics', 'gateway'];

/** The objects that a release, `sk`, in the namespace `demo` would have: all, or those of one chart in it. */
export const render = (
  values: Values = {},
  chart = 'skillstream',
  release = 'sk',
  namespace = 'demo',
): Manifest[] => {
  if (!parts.includes(chart)) return renderAlone(values, chart, release, namespace);
  const { global = {}, ...own } = values;
  const from = `skillstream/charts/${chart}/`;
  return renderAlone({ global, [chart]: own }, 'skillstream', release, namespace, from);
};

/** The same with the template that each object is of, like `skillstream/charts/gateway/templates/service.yaml`. */
export const renderBySource = (values: Values, chart: string): { source: string; manifest: Manifest }[] => {
  const { status, output } = template(chart, values);
  if (status !== 0) throw new Error(output);
  return output.split(/^---$/m).flatMap((text) => {
    const manifest = parse(text) as Manifest | null;
    return manifest ? [{ source: /^# Source: (.*)$/m.exec(text)?.[1] ?? '', manifest }] : [];
  });
};

/** What helm says when it refuses the values. @throws Error when it takes them */
export const refusal = (values: Values, chart = 'skillstream', release = 'sk'): string => {
  const { status, output } = template(chart, values, release);
  if (status === 0) throw new Error('helm took the values');
  return output;
};

/** What `helm lint` says; empty is nothing. */
export const lint = (chart: string): string => helm(['lint', '--strict', '--quiet', copyOf(chart)]).output;

// Where there is one, a chart needs what is in it.
export const exampleOf = (chart: string) => (alone[chart] ? ['--values', exampleFile(chart)] : []);

/**
 * What helm tells whoever has installed the chart. `helm install` would ask a cluster for its version, also when it
 * only tries, and `helm template` leaves the notes out: in a copy of the chart they are made an object.
 */
export const notes = (chart: string, values: Values = {}): string => {
  const folder = mkdtempSync(join(tmpdir(), 'skillstream-notes-'));
  try {
    cpSync(copyOf(chart), folder, { recursive: true });
    const text = readFileSync(join(folder, 'templates/NOTES.txt'), 'utf8');
    const asObject = `{{- define "notes" }}${text}{{ end }}\ntext: {{ include "notes" . | toJson }}\n`;
    writeFileSync(join(folder, 'templates/notes.yaml'), asObject);
    const args = ['template', 'sk', folder, '--namespace', 'demo', '--show-only', 'templates/notes.yaml'];
    const { status, output } = helm(
      [...args, ...exampleOf(chart), ...loadedImages, '--values', '-'],
      written(chart, values),
    );
    if (status !== 0) throw new Error(output);
    return (parse(output) as { text: string }).text;
  } finally {
    rmSync(folder, { recursive: true });
  }
};
