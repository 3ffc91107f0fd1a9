import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { findPython } from './find-python.ts';

/** Runs a program to its end. @throws Error with all that it printed, where it fails */
export const run = (command: string, args: string[], cwd?: string): { stdout: string; stderr: string } => {
  const { status, stdout, stderr, error } = spawnSync(command, args, { encoding: 'utf8', cwd });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')}\n${error ?? ''}${stdout}${stderr}`);
  return { stdout, stderr };
};

/** What the tests install on first use is kept beside what else the project keeps in the user's cache. */
export const cacheFolder = (): string =>
  join(process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'skillstream');

/** A name for what is installed by some files: other versions make a new one. */
export const namedAfter = (name: string, ...files: string[]): string => {
  const hash = createHash('sha256');
  for (const file of files) hash.update(readFileSync(file));
  return `${name}-${hash.digest('hex').slice(0, 12)}`;
};

/** Makes a folder once: what was broken off is made anew. */
export const madeOnce = (folder: string, make: () => void): void => {
  // Written last.
  const complete = join(folder, 'complete');
  if (existsSync(complete)) return;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  make();
  writeFileSync(complete, '');
};

/**
 * Installs a program in Python on first use, in an environment of its own.
 * @param requirements a file of pinned versions
 * @param report hears what takes its time
 * @returns the folder of its commands
 */
export const preparePython = (name: string, requirements: string, report: (line: string) => void): string => {
  const folder = join(cacheFolder(), namedAfter(name, requirements));
  const bin = join(folder, process.platform === 'win32' ? 'Scripts' : 'bin');
  madeOnce(folder, () => {
    const python = findPython();
    report(`${name}: first use, installing it with ${python} and pip (about half a minute)`);
    run(python, ['-m', 'venv', folder]);
    const pip = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '--no-input'];
    run(join(bin, 'python'), [...pip, '--requirement', requirements]);
    report(`${name}: kept in ${folder}`);
  });
  return bin;
};
