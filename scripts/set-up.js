import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { planInstall } from './install-plan.js';
import { root } from './root.js';
import { showProgress } from './show-progress.js';

const packagesOf = (file) =>
  existsSync(join(root, file)) ? JSON.parse(readFileSync(join(root, file), 'utf8')).packages : null;

const major = () => Number(process.versions.node.split('.')[0]);

// A newer Node than 24 may do, an older one cannot run TypeScript. packages/cli depends on the package `node`.
const node24Path = () =>
  major() >= 24
    ? process.execPath
    : join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');

/** Runs npm; its output comes back, so that one that fails can be shown whole, and one that does not is not seen. */
const runNpm = (args) =>
  new Promise((resolve) => {
    const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
    const child = spawn(npm, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    const said = { stdout: '', stderr: '' };
    for (const name of ['stdout', 'stderr'])
      child[name].setEncoding('utf8').on('data', (text) => (said[name] += text));
    // As in bootstrap.js: the terminal sends Ctrl-C to npm as well.
    const stay = () => {};
    const pass = (signal) => child.kill(signal);
    process.on('SIGINT', stay).on('SIGTERM', pass).on('SIGHUP', pass);
    const end = (result) => {
      process.off('SIGINT', stay).off('SIGTERM', pass).off('SIGHUP', pass);
      resolve({ ...said, ...result });
    };
    child.on('error', (error) => end({ ok: false, code: 1, why: error.message }));
    child.on('close', (code, signal) =>
      end({ ok: code === 0, code: code || 1, why: signal ?? `exit code ${code}` }),
    );
  });

/**
 * Installs the packages where that is needed and says so on standard error: standard output belongs to the command
 * that follows.
 * @param need what the command cannot do without, as `needOf` has it
 * @returns the path of a Node that runs TypeScript; ends the process when npm fails
 */
export const setUp = async (need) => {
  const plan = planInstall({
    need,
    wanted: packagesOf('package-lock.json'),
    present: packagesOf('node_modules/.package-lock.json'),
    hasNode: existsSync(node24Path()),
  });
  if (plan) {
    const say = (text) => process.stderr.write(`set-up: ${text}\n`);
    say(`npm ${plan.args[0]} of ${plan.count} packages, because ${plan.because}`);
    const stop = showProgress(process.stderr, 'set-up: installing');
    const npm = await runNpm(plan.args);
    const seconds = stop();
    process.stderr.write(npm.ok ? npm.stderr : npm.stdout + npm.stderr);
    if (!npm.ok) {
      say(`npm ${plan.args.join(' ')} failed after ${seconds}: ${npm.why}`);
      process.exit(npm.code);
    }
    say(`installed in ${seconds}`);
  }
  return node24Path();
};

/**
 * The environment of children: the project's own commands, Node 24 among them, come first on PATH. What starts again
 * reads its compiled code (Node's compile cache): no types are stripped twice.
 */
export const childEnv = (node) => ({
  NODE_COMPILE_CACHE: join(root, '.skillstream', 'compile-cache'),
  ...process.env,
  NODE: node,
  PATH: [join(root, 'node_modules', 'node', 'bin'), join(root, 'node_modules', '.bin'), process.env.PATH]
    .filter(Boolean)
    .join(delimiter),
});
