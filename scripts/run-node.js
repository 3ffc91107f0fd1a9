import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { clearInterval, setInterval } from 'node:timers';
import { root } from './root.js';

/** How long a suite may take to exit after its last test, in ms: long enough for engines to stop. */
const EXIT_WITHIN_MS = 60_000;

/**
 * Runs node with the arguments in the root, with this process's streams.
 * @param {string[]} args
 * @param {object} [options]
 * @param {string} [options.file] what it writes at its end: one that stays a minute after that is ended, and fails
 * @param {Record<string, string | undefined>} [options.env] instead of this process's
 * @returns {Promise<boolean>} whether it succeeded
 */
export const runNode = (args, { file, env = process.env } = {}) =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, args, { cwd: root, stdio: 'inherit', env });
    let writtenMs;
    const watch = setInterval(() => {
      if (writtenMs === undefined && file && existsSync(file)) writtenMs = performance.now();
      if (writtenMs === undefined || performance.now() - writtenMs < EXIT_WITHIN_MS) return;
      process.stderr.write('every test has ended, but a test has left something open: the suite is ended\n');
      clearInterval(watch);
      child.kill('SIGKILL');
    }, 1_000);
    const end = (ok) => {
      clearInterval(watch);
      resolve(ok);
    };
    child.on('error', () => end(false));
    child.on('exit', (code) => end(code === 0));
  });
