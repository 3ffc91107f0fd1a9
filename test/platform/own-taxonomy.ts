import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { taxonomyFolder } from '@skillstream/tagger';

/** A folder with the project's taxonomy and one skill more, Zebrascript, under a version of its own. */
export const createOwnTaxonomy = () => {
  const version = '2099.1.1';
  const folder = mkdtempSync(join(tmpdir(), 'skillstream-taxonomy-'));
  cpSync(taxonomyFolder, folder, { recursive: true });
  const edit = (name: string, change: (text: string) => string) =>
    writeFileSync(join(folder, name), change(readFileSync(join(folder, name), 'utf8')));
  edit('taxonomy.yaml', (text) => text.replace(/^version: .*$/m, `version: ${version}`));
  edit('languages.yaml', (text) => `${text}\n  - { id: zebrascript, label: Zebrascript }\n`);
  return { folder, version, remove: () => rmSync(folder, { recursive: true, force: true }) };
};
