// Writes every chart's values.schema.json and README.md, what is made of the table of rights, the rules of a release,
// and the copies of the dashboards that a chart can read.
import { globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parse } from 'yaml';
import { chartReadme, type ChartMeta } from './readme.ts';
import { releaseRulesFile } from './release-rules.ts';
import { rightsDocument, rightsFile } from './rights.ts';
import { schemas } from './schemas/release.ts';
import { withRequired } from './schemas/required.ts';

const charts = join(import.meta.dirname, '..');
// Helm reads no file outside of its chart, so the umbrella has copies.
const observability = join(charts, '../packages/observability/generated');

/** What the generated files of all charts should hold, by their paths. */
export const generatedFiles = (): Map<string, string> => {
  const files = new Map<string, string>();
  for (const [name, schema] of Object.entries(schemas)) {
    const read = (file: string) => readFileSync(join(charts, name, file), 'utf8');
    const full = {
      $schema: 'http://json-schema.org/draft-07/schema#',
      title: `Values of ${name}`,
      ...withRequired(schema, parse(read('values.yaml'))),
    };
    files.set(join(charts, name, 'values.schema.json'), `${JSON.stringify(full, null, 2)}\n`);
    const meta = parse(read('Chart.yaml')) as ChartMeta;
    files.set(join(charts, name, 'README.md'), chartReadme(meta, read('values.yaml')));
  }
  files.set(join(charts, 'engines/files/rights.yaml'), rightsFile());
  files.set(join(charts, '../docs/engine-rights.md'), rightsDocument());
  const copies = join(charts, 'skillstream/files/observability');
  files.set(join(copies, 'skillstream.rules.yaml'), releaseRulesFile());
  for (const file of globSync('dashboards/*.json', { cwd: observability }).sort())
    files.set(join(copies, file), readFileSync(join(observability, file), 'utf8'));
  return files;
};

if (import.meta.main)
  for (const [path, text] of generatedFiles()) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
