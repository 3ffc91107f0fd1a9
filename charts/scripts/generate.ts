// Writes every chart's values.schema.json and README.md, and what is made of the table of rights.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { chartReadme, type ChartMeta } from './readme.ts';
import { rightsDocument, rightsFile } from './rights.ts';
import { schemas } from './schemas/release.ts';

const charts = join(import.meta.dirname, '..');

/** What the generated files of all charts should hold, by their paths. */
export const generatedFiles = (): Map<string, string> => {
  const files = new Map<string, string>();
  for (const [name, schema] of Object.entries(schemas)) {
    const read = (file: string) => readFileSync(join(charts, name, file), 'utf8');
    const full = {
      $schema: 'http://json-schema.org/draft-07/schema#',
      title: `Values of ${name}`,
      ...schema,
    };
    files.set(join(charts, name, 'values.schema.json'), `${JSON.stringify(full, null, 2)}\n`);
    const meta = parse(read('Chart.yaml')) as ChartMeta;
    files.set(join(charts, name, 'README.md'), chartReadme(meta, read('values.yaml')));
  }
  files.set(join(charts, 'engines/files/rights.yaml'), rightsFile());
  files.set(join(charts, '../docs/engine-rights.md'), rightsDocument());
  return files;
};

if (import.meta.main) for (const [path, text] of generatedFiles()) writeFileSync(path, text);
