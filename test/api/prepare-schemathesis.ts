import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { findPython } from './find-python.ts';

const requirements = join(import.meta.dirname, 'requirements.txt');

const run = (command: string, args: string[]) => {
  const { status, stdout, stderr, error } = spawnSync(command, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')}\n${error ?? ''}${stdout}${stderr}`);
};

/**
 * Installs schemathesis on first use, in an environment of its own beside what else the project keeps in the user's
 * cache; its name carries a hash of the pinned versions, so that other versions make a new one.
 * @param report hears what takes its time
 * @returns the path of its command
 */
export const prepareSchemathesis = (report: (line: string) => void): string => {
  const hash = createHash('sha256').update(readFileSync(requirements)).digest('hex').slice(0, 12);
  const cache = join(process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'skillstream');
  const folder = join(cache, `schemathesis-${hash}`);
  const bin = join(folder, process.platform === 'win32' ? 'Scripts' : 'bin');
  // Written last: what was broken off is made anew.
  const complete = join(folder, 'complete');
  if (!existsSync(complete)) {
    const python = findPython();
    report(`schemathesis: first use, installing it with ${python} and pip (about half a minute)`);
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(cache, { recursive: true });
    run(python, ['-m', 'venv', folder]);
    const pip = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '--no-input'];
    run(join(bin, 'python'), [...pip, '--requirement', requirements]);
    writeFileSync(complete, '');
    report(`schemathesis: kept in ${folder}`);
  }
  return join(bin, 'schemathesis');
};
