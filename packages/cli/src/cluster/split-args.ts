import { targetOptions } from './target.ts';

const own = Object.keys(targetOptions).flatMap((name) => [`--${name}`, `-${name[0]}`]);

/**
 * Separates the options of the release from the other arguments, which belong to the command that is the same
 * anywhere.
 */
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
