// @ts-check

/**
 * A task in the summary of a run of turbo; only what is read here.
 * @typedef {{ taskId: string, command: string, directory: string, outputs: string[] | null,
 *   cache?: { status: string }, execution?: { exitCode: number | null } }} Task
 * @typedef {{ passed: number, failed: number }} Counts
 */

/** What turbo gives as the command of a task that a workspace has no script for. */
const NO_COMMAND = '<NONEXISTENT>';

/**
 * Adds up what a run of turbo did. A task that leaves counts stands for its tests, each other one for one check. One
 * that failed, or was not come to, has at least one failure, whatever its counts say.
 * @param {readonly Task[]} tasks
 * @param {(task: Task) => Counts | null} countsOf what the task left, or null if it left nothing
 * @returns {Counts & { cached: number }} `cached`: how many of those that passed were not run again
 */
export const countTasks = (tasks, countsOf) => {
  const total = { passed: 0, failed: 0, cached: 0 };
  for (const task of tasks) {
    if (task.command === NO_COMMAND) continue;
    const ok = task.execution?.exitCode === 0;
    const counts = task.outputs?.length ? countsOf(task) : { passed: ok ? 1 : 0, failed: 0 };
    const { passed, failed } = counts ?? { passed: 0, failed: 1 };
    total.passed += passed;
    total.failed += ok ? failed : Math.max(1, failed);
    if (task.cache?.status === 'HIT') total.cached += passed;
  }
  return total;
};
