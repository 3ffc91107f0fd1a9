import { appError, messageOf } from '@skillstream/errors';
import { makeFolder } from './make-folder.ts';
import { readdirSync } from 'node:fs';
import { engineDataIn } from './engine-data.ts';
import { lockFiles } from './lock.ts';

/**
 * Makes the folder that engines keep their data in, where there is none.
 * @throws `conflict` where it holds files and no data of engines: nobody's documents are to be mixed with ours;
 *   `misconfigured` where it cannot be a folder
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
  // A lock alone is left by a start that ended before it had chosen ports.
  const foreign = entries().filter((name) => !lockFiles.includes(name));
  if (foreign.length === 0 || engineDataIn(dataFolder).length > 0) return;
  throw appError(
    'conflict',
    `${dataFolder} is not empty and holds no engine's data (${foreign[0]}): choose an empty folder, or a new one.`,
  );
}
