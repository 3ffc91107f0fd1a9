import { usageError } from '../terminal/cli-error.ts';

/**
 * The folder of `--data`. An empty name, as of a variable that is not set, would mean the current folder.
 * @throws CliError with exit code 2
 */
export const dataOption = (folder: string): string => {
  if (folder.trim() === '') throw usageError('--data takes a folder, not an empty name');
  return folder;
};
