import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { CliError } from '../terminal/cli-error.ts';
import { projectRoot } from './paths.ts';

/**
 * Runs a script of the sources in a process of its own, with the streams of this one.
 * @param path from the project's folder
 * @returns its exit code
 * @throws CliError where this installation has the command alone, as its image has
 */
export const runScript = async (path: string, args: string[]): Promise<number> => {
  const entry = join(projectRoot, path);
  if (!existsSync(entry))
    throw new CliError('the taxonomy is not in this installation: run it where skillstream was cloned');
  const child = spawn(process.execPath, [entry, ...args], { stdio: 'inherit' });
  const [code] = await once(child, 'exit');
  return (code as number | null) ?? 1;
};
