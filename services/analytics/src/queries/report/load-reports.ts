import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseReports } from './parse-reports.ts';
import type { Report } from './schema.ts';

/** Folder of the reports that this service ships with. */
export const reportsFolder = join(import.meta.dirname, '../../../reports');

/**
 * Reads every YAML file of a folder, each a report.
 * @throws `misconfigured` when a file is invalid; the error of node:fs when the folder cannot be read
 */
export const loadReports = (folder: string = reportsFolder): Report[] => {
  const names = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
  return parseReports(
    Object.fromEntries(names.map((name) => [name, readFileSync(join(folder, name), 'utf8')])),
  );
};
