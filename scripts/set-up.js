import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));

const packagesOf = (file) => JSON.parse(readFileSync(join(root, file), 'utf8')).packages;

// By content, not by file times: a checkout touches the lock file without changing it.
const whatIsMissing = () => {
  if (!existsSync(join(root, 'node_modules/.package-lock.json'))) return 'node_modules is not there yet';
  const wanted = packagesOf('package-lock.json');
  const present = packagesOf('node_modules/.package-lock.json');
  for (const [place, entry] of Object.entries(wanted)) {
    if (place === '' || entry.optional || entry.devOptional || entry.peer) continue;
    if (present[place]?.version !== entry.version || present[place]?.integrity !== entry.integrity)
      return `${place} is not as package-lock.json has it`;
  }
  return existsSync(node24Path()) ? null : 'Node 24 is not there yet';
};

const major = () => Number(process.versions.node.split('.')[0]);

// A newer Node than 24 may do, an older one cannot run TypeScript.
const node24Path = () =>
  major() >= 24
    ? process.execPath
    : join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');

/**
 * Installs the packages where that is needed and says so on standard error.
 * @returns the path of a Node that runs TypeScript; ends the process when npm fails
 */
export const setUp = () => {
  const missing = whatIsMissing();
  if (missing) {
    process.stderr.write(`set-up: npm ci, because ${missing} (once, about a minute)\n`);
    const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
    // npm's own lines go to standard error too: standard output belongs to the command that follows.
    const { status, error } = spawnSync(npm, ['ci', '--include=dev', '--no-audit', '--no-fund'], {
      cwd: root,
      stdio: ['ignore', 2, 2],
    });
    if (status !== 0) {
      process.stderr.write(`set-up: npm ci failed${error ? `: ${error.message}` : ''}\n`);
      process.exit(status || 1);
    }
  }
  return node24Path();
};

/** The environment of children: the project's own commands, Node 24 among them, come first on PATH. */
export const childEnv = (node) => ({
  ...process.env,
  NODE: node,
  PATH: [join(root, 'node_modules', 'node', 'bin'), join(root, 'node_modules', '.bin'), process.env.PATH]
    .filter(Boolean)
    .join(delimiter),
});
