import { mustRun, runTool } from '../../cluster/run-tool.ts';
import { claimsOf, currentContext, targetOptions } from '../../cluster/target.ts';
import { print, readArgs } from '../../terminal/command.ts';

const options = { ...targetOptions, data: { type: 'boolean', default: false } } as const;

/** `cluster down`: uninstalls the release; the engines' data stays unless its removal is requested. */
export const clusterDown = async (args: string[]): Promise<number> => {
  const { values } = readArgs(args, options);
  const { namespace, release } = values;
  const target = { run: runTool, namespace, release };
  await currentContext(runTool);
  print((await mustRun(runTool, 'helm', ['uninstall', release, '-n', namespace, '--wait'])).trim());
  const claims = await claimsOf(target);
  if (claims.length === 0) return 0;
  if (values.data) {
    await mustRun(runTool, 'kubectl', ['delete', '-n', namespace, ...claims]);
    print(`deleted ${claims.join(', ')}`);
  } else print(`the data stays in ${claims.join(', ')}; cluster down --data deletes it`);
  return 0;
};
