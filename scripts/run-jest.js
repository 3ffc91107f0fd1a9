import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { runNode } from './run-node.js';

/**
 * Runs tests of some projects of jest.config.js.
 * @param {string[]} projects
 * @param {object} options
 * @param {string} options.file where jest leaves its results, as JSON
 * @param {string[]} [options.args] more arguments for jest
 * @returns {Promise<{ passed: number, failed: number }>} counts of tests; a run that failed has at least one that
 *   failed
 */
export const runJest = async (projects, { file, args = [] }) => {
  mkdirSync(dirname(file), { recursive: true });
  rmSync(file, { force: true });
  const jest = ['--experimental-vm-modules', '--no-warnings', 'node_modules/jest/bin/jest.js'];
  const reported = ['--selectProjects', ...projects, '--json', `--outputFile=${file}`, ...args];
  const ok = await runNode([...jest, ...reported], { file });
  try {
    const found = JSON.parse(readFileSync(file, 'utf8'));
    const failed = found.numFailedTests + found.numRuntimeErrorTestSuites;
    // Jest can fail without a failed test (its set-up, say): that is a failure all the same.
    return { passed: found.numPassedTests, failed: ok ? failed : Math.max(1, failed) };
  } catch {
    return { passed: 0, failed: 1 };
  }
};
