import { forwardGateway } from '../../cluster/forward.ts';
import { targetOptions } from '../../cluster/target.ts';
import { usageError } from '../../terminal/cli-error.ts';
import { readArgs } from '../../terminal/command.ts';
import { load } from '../load.ts';

const own = Object.keys(targetOptions).flatMap((name) => [`--${name}`, `-${name[0]}`]);

/** Takes the options of the release out of the words; what is left is for `skillstream load`. */
export const splitArgs = (args: readonly string[]): { target: string[]; rest: string[] } => {
  const target: string[] = [];
  const rest: string[] = [];
  for (let i = 0; i < args.length; i += 1) {
    const [name] = args[i]!.split('=');
    if (!own.includes(name!)) rest.push(args[i]!);
    else target.push(args[i]!, ...(args[i]!.includes('=') ? [] : [args[(i += 1)] ?? '']));
  }
  return { target, rest };
};

/** `cluster load FILE`: as `skillstream load`, through a way of its own to the gateway. */
export const clusterLoad = async (args: string[]): Promise<number> => {
  const { target, rest } = splitArgs(args);
  if (rest.length === 0) throw usageError('something is missing; --help tells what');
  const { values } = readArgs(target, targetOptions);
  const { address, close } = await forwardGateway(values, 0);
  try {
    return await load.run([...rest, '--gateway', address]);
  } finally {
    close();
  }
};
