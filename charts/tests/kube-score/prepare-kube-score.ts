import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { messageOf } from '@skillstream/errors';
import { cacheFolder, run } from '../../../test/api/prepare-python.ts';

const MODULE = 'github.com/zegl/kube-score/cmd/kube-score';
const VERSION = 'v1.20.0';
const PROGRAM = 'kube-score';
const NEEDS_GO =
  'kube-score needs Go on the PATH, which builds it: 1.23, or from 1.21 on one that fetches it (https://go.dev/dl; ' +
  'that of Debian 12 is older, in its backports as golang-go)';

/** @param path where Go is looked for, in place of the present PATH */
const build = (folder: string, path?: string): void => {
  const variables = [`GOBIN=${folder}`, ...(path === undefined ? [] : [`PATH=${path}`])];
  try {
    run('env', [...variables, 'go', 'install', `${MODULE}@${VERSION}`]);
  } catch (error) {
    throw new Error(`${messageOf(error)}\n${NEEDS_GO}`, { cause: error });
  }
};

/**
 * Builds kube-score on first use, at one version, whose checksum Go compares with the public list of them.
 * @param report hears what takes its time
 * @param cache where it is kept
 * @param path where Go is looked for, in place of the present PATH
 * @returns the program
 * @throws Error that says what is missing
 */
export const prepareKubeScore = (
  report: (line: string) => void,
  cache = cacheFolder(),
  path?: string,
): string => {
  const folder = join(cache, `kube-score-${VERSION}`);
  const program = join(folder, PROGRAM);
  if (existsSync(program)) return program;
  report('kube-score: first use, building it with Go (some 40 s)');
  mkdirSync(cache, { recursive: true });
  // Whoever is first moves the whole folder to its place; another run that builds it, too, then uses that.
  const own = mkdtempSync(`${folder}-`);
  try {
    build(own, path);
    renameSync(own, folder);
  } catch (error) {
    rmSync(own, { recursive: true, force: true });
    if (!existsSync(program)) throw error;
  }
  return program;
};
