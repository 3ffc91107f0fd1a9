import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** Where the shared postings, sentences and labels of others are; their words are not ours to commit. */
const dataFolder = process.env['SKILLSTREAM_DATA'] ?? join(import.meta.dirname, '../../../shared/data');

/** A file of the data. @throws Error that says how to tell where it is */
export const dataFile = (...names: string[]): string => {
  const path = join(dataFolder, ...names);
  if (!existsSync(path))
    throw new Error(`there is no ${path}: set SKILLSTREAM_DATA to the folder of the data`);
  return path;
};
