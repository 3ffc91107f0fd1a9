import { readdirSync } from 'node:fs';
import { appError, messageOf } from '@skillstream/errors';
import { makeFolder } from './make-folder.ts';
import { engineDataIn } from './engine-data.ts';
import { lockFiles } from './lock.ts';

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
