import { runTool } from '../../cluster/run-tool.ts';
import { splitArgs } from '../../cluster/split-args.ts';
import { targetOptions } from '../../cluster/target.ts';
import { debugRequest } from '../../debug/options.ts';
import { podReach } from '../../debug/pod.ts';
import { usageError } from '../../terminal/cli-error.ts';
import { readArgs } from '../../terminal/command.ts';
import { debugBy } from '../debug.ts';

/** `cluster debug SERVICE`: as `skillstream debug`, of one pod, over a port-forward of its own. */
export const clusterDebug = async (args: string[]): Promise<number> => {
  const { target, rest } = splitArgs(args);
  const { values } = readArgs(target, targetOptions);
  const request = debugRequest(rest);
  if (request.compose || request.address) throw usageError('a cluster has neither --compose nor --address');
  return debugBy(await podReach({ run: runTool, ...values }, request.service, request), request);
};
