import { forwardGateway } from '../../cluster/forward.ts';
import { releaseAccess } from '../../cluster/release-access.ts';
import { runTool } from '../../cluster/run-tool.ts';
import { splitArgs } from '../../cluster/split-args.ts';
import { targetOptions } from '../../cluster/target.ts';
import { usageError } from '../../terminal/cli-error.ts';
import { readArgs } from '../../terminal/command.ts';
import { runLoad } from '../load.ts';

/**
 * `cluster load FILE`: as `skillstream load`, over a port-forward of its own, with tokens by the release's own key.
 */
export const clusterLoad = async (args: string[]): Promise<number> => {
  const { target, rest } = splitArgs(args);
  if (rest.length === 0) throw usageError('FILE is missing; --help tells more');
  const { values } = readArgs(target, targetOptions);
  const { address, close } = await forwardGateway(values, 0);
  try {
    return await runLoad(rest, ({ token }) => releaseAccess({ run: runTool, ...values }, address, token));
  } finally {
    close();
  }
};
