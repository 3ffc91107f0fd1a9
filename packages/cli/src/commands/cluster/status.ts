import { memoryOfPods } from '../../cluster/memory-of-pods.ts';
import { runTool } from '../../cluster/run-tool.ts';
import { currentContext, targetOptions } from '../../cluster/target.ts';
import { readRelease, nameOf } from '../../cluster/watch.ts';
import { replicasOf } from '../../cluster/workloads.ts';
import { CliError } from '../../terminal/cli-error.ts';
import { print, readArgs } from '../../terminal/command.ts';
import { megabytes } from '../../terminal/numbers.ts';
import { table } from '../../terminal/tables.ts';

/** `cluster status`: every workload, every pod, and why the unready ones are. The exit code is 1 while any is. */
export const clusterStatus = async (args: string[]): Promise<number> => {
  const { values } = readArgs(args, targetOptions);
  const target = { run: runTool, ...values };
  await currentContext(runTool);
  const { workloads, pods, reasons } = await readRelease(target);
  if (workloads.length === 0)
    throw new CliError(`there is no release ${values.release} in ${values.namespace}`);
  const states = workloads.map((workload) => ({ name: nameOf(workload), ...replicasOf(workload) }));
  print(
    table(
      ['workload', 'ready', 'wanted'],
      states.map(({ name, ready, wanted }) => [name, ready, wanted]),
      [1, 2],
    ),
  );
  const memory = await memoryOfPods(runTool, values.namespace, values.release);
  const rows = pods.map(({ metadata: { name }, status }) => [
    name,
    status.phase,
    (status.containerStatuses ?? []).reduce((sum, { restartCount }) => sum + restartCount, 0),
    memory.has(name) ? megabytes(memory.get(name)!) : '–',
  ]);
  print(table(['pod', 'phase', 'restarts', 'memory'], rows, [2, 3]));
  const why = await reasons();
  for (const { who, why: text } of why) print(`${who}: ${text}`);
  const settled = why.every(({ past }) => past);
  return states.every(({ ready, wanted }) => ready >= wanted) && settled ? 0 : 1;
};
