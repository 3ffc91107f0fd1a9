import { runTool } from '../../cluster/run-tool.ts';
import { currentContext, targetOptions } from '../../cluster/target.ts';
import { uninstall } from '../../cluster/uninstall.ts';
import { print, readArgs } from '../../terminal/command.ts';

const options = { ...targetOptions, data: { type: 'boolean', default: false } } as const;

/** `cluster down`: uninstalls the release; the engines' data stays unless its removal is requested. */
export const clusterDown = async (args: string[]): Promise<number> => {
  const { values } = readArgs(args, options);
  const { namespace, release, data } = values;
  await currentContext(runTool);
  for (const line of await uninstall({ run: runTool, namespace, release }, { data })) print(line);
  return 0;
};
