import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { countTasks } from './count-tasks.js';
import { runNode } from './run-node.js';
import { root } from './root.js';

const summaries = join(root, '.turbo/runs');

const readJson = (...path) => {
  try {
    return JSON.parse(readFileSync(join(root, ...path), 'utf8'));
  } catch {
    return null;
  }
};

const readSummary = () => {
  try {
    return readJson('.turbo/runs', readdirSync(summaries).at(-1));
  } catch {
    return null;
  }
};

/**
 * Runs tasks of turbo.json; what did not change since it passed is not run again (`TURBO_FORCE=true`: it is).
 * @param {string[]} tasks
 * @returns {Promise<{ passed: number, failed: number, cached: number }>} as `countTasks` has it; a run that failed
 *   itself has at least one failure
 */
export const runTurbo = async (tasks) => {
  rmSync(summaries, { recursive: true, force: true });
  const args = ['run', ...tasks, '--summarize', '--continue=always', '--output-logs=new-only'];
  const ok = await runNode(['node_modules/turbo/bin/turbo', ...args], {
    // A result of one Node, or of one kind of machine, is none of another.
    env: {
      ...process.env,
      TURBO_TELEMETRY_DISABLED: '1',
      SKILLSTREAM_NODE: `${process.version} ${process.platform} ${process.arch}`,
    },
  });
  const ran = readSummary()?.tasks ?? [];
  const counts = countTasks(ran, ({ directory, outputs }) => readJson(directory, outputs[0]));
  rmSync(summaries, { recursive: true, force: true });
  return { ...counts, failed: ok && ran.length > 0 ? counts.failed : Math.max(1, counts.failed) };
};
