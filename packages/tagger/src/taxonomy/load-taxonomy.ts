import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ruleIds } from '../disambiguation/rules.ts';
import { parseTaxonomy } from './parse-taxonomy.ts';
import type { Taxonomy } from './taxonomy.ts';

/** Folder of the taxonomy that this package ships with. */
export const taxonomyFolder = join(import.meta.dirname, '../../taxonomy');

/**
 * Reads every YAML file of a folder and validates them as one taxonomy.
 * @throws TaxonomyError when a file is invalid; the error of node:fs when the folder cannot be read
 */
export function loadTaxonomy(folder: string = taxonomyFolder): Taxonomy {
  const names = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
  const files = Object.fromEntries(names.map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
  return parseTaxonomy(files, ruleIds);
}
