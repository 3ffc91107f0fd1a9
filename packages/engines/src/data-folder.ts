import { readdirSync, mkdirSync, statSync } from 'node:fs';
import { appError, messageOf } from '@skillstream/errors';
import { engineDataIn } from './engine-data.ts';
import { lockFiles } from './lock.ts';
import { dirname } from 'node:path';

const isFolder = (path: string) => statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;

/**
 * Makes a folder and those above it, where they are missing. Node's own `recursive` tries for ever where a file system
 * says ENOENT to whatever is made in it, as /proc does.
 * @throws the system's error, of the first folder that cannot be made
 */
export const makeFolder = (folder: string): void => {
  if (isFolder(folder)) return;
  const above = dirname(folder);
  if (above !== folder) makeFolder(above);
  try {
    mkdirSync(folder);
  } catch (error) {
    // Somebody else made it meanwhile.
    if (!isFolder(folder)) throw error;
  }
};

/**
 * Creates the folder for the engines' data if it does not exist.
 * @throws `conflict` when it has files and no data of engines, so that a user's documents are not mixed with ours;
 *   `misconfigured` when it cannot be a folder
 */
export function openDataFolder(dataFolder: string): void {
  const entries = () => {
    try {
      makeFolder(dataFolder);
      return readdirSync(dataFolder);
    } catch (error) {
      throw appError('misconfigured', `${dataFolder} cannot be a data folder: ${messageOf(error)}`);
    }
  };
  // A start that exits before it has chosen ports leaves only a lock.
  const foreign = entries().filter((name) => !lockFiles.includes(name));
  if (foreign.length === 0 || engineDataIn(dataFolder).length > 0) return;
  throw appError(
    'conflict',
    `${dataFolder} is not empty and holds no engine's data (${foreign[0]}): choose an empty folder, or a new one.`,
  );
}
