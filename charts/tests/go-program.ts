import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { messageOf } from '@skillstream/errors';
import { cacheFolder, run } from '../../test/api/prepare-python.ts';

/** A program that Go builds at one version, whose checksum it compares with the public list of them. */
export type GoProgram = { name: string; module: string; version: string; takes: string; needs: string };

const build = ({ module, version, needs }: GoProgram, folder: string, path?: string): void => {
  const variables = [`GOBIN=${folder}`, ...(path === undefined ? [] : [`PATH=${path}`])];
  try {
    run('env', [...variables, 'go', 'install', `${module}@${version}`]);
  } catch (error) {
    throw new Error(`${messageOf(error)}\n${needs}`, { cause: error });
  }
};

/**
 * Builds a program on first use.
 * @param report hears what takes its time
 * @param cache where it is kept
 * @param path where Go is looked for, in place of the present PATH
 * @returns the program
 * @throws Error that says what is missing
 */
export const prepareGoProgram = (
  program: GoProgram,
  report: (line: string) => void,
  cache = cacheFolder(),
  path?: string,
): string => {
  const folder = join(cache, `${program.name}-${program.version}`);
  const file = join(folder, program.name);
  if (existsSync(file)) return file;
  report(`${program.name}: first use, building it with Go (${program.takes})`);
  mkdirSync(cache, { recursive: true });
  // Whoever is first moves the whole folder to its place; another run that builds it, too, then uses that.
  const own = mkdtempSync(`${folder}-`);
  try {
    build(program, own, path);
    renameSync(own, folder);
  } catch (error) {
    rmSync(own, { recursive: true, force: true });
    if (!existsSync(file)) throw error;
  }
  return file;
};
