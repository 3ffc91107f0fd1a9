import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { root } from './root.js';

const FOLDER = join(root, 'docs/runbooks');

/** Where a gateway reads them: its image has no documentation. */
export const RUNBOOKS = join(root, 'packages/observability/generated/runbooks.json');

/** The pages about alerts by their names, as a gateway serves them. */
export const runbooksFile = () => {
  const pages = readdirSync(FOLDER)
    .filter((name) => name.endsWith('.md') && name !== 'README.md')
    .sort()
    .map((name) => [basename(name, '.md'), readFileSync(join(FOLDER, name), 'utf8')]);
  return `${JSON.stringify(Object.fromEntries(pages), null, 2)}\n`;
};
