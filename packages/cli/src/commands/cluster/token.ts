import { releaseKey } from '../../cluster/release-access.ts';
import { runTool } from '../../cluster/run-tool.ts';
import { splitArgs } from '../../cluster/split-args.ts';
import { targetOptions } from '../../cluster/target.ts';
import { readArgs } from '../../terminal/command.ts';
import { runToken } from '../token.ts';

/** `cluster token --scope SCOPE`: as `skillstream token`, by the demo key of the release. */
export const clusterToken = async (args: string[]): Promise<number> => {
  const { target, rest } = splitArgs(args);
  const { values } = readArgs(target, targetOptions);
  const read = () => releaseKey({ run: runTool, ...values });
  return runToken(rest, { name: `the demo key of ${values.release}`, read });
};
