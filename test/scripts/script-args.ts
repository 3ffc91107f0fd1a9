import { parseArgs, type ParseArgsOptionsConfig } from 'node:util';

/** A script's usage, as `--help` prints it, its options, and how many words it takes beside them. */
export type ScriptSpec<O extends ParseArgsOptionsConfig> = {
  usage: string;
  options: O;
  words?: { min?: number; max: number };
};

/** Numbers that scripts are told: whole, above 0, and not so large that a slip of the finger runs for ever. */
const MOST = 10_000_000;

/**
 * A whole number from what was typed.
 * @throws Error that names what it is for
 */
export const scriptNumber = (name: string, text: string, max = MOST): number => {
  const value = Number(text);
  if (/^\d{1,8}$/.test(text) && value >= 1 && value <= max) return value;
  throw new Error(`${name} takes a whole number from 1 to ${max}, not "${text.slice(0, 40)}"`);
};

/**
 * Reads what was typed after a script's name: `help` where that was asked for.
 * @throws Error for what it does not take
 */
export const readScriptArgs = <O extends ParseArgsOptionsConfig>(
  { options, words }: ScriptSpec<O>,
  args: string[],
) => {
  if (args.includes('--help') || args.includes('-h')) return { help: true } as const;
  const { values, positionals } = parseArgs({ args, options, allowPositionals: true, strict: true });
  const { min = 0, max } = words ?? { max: 0 };
  if (positionals.length > max) throw new Error(`unexpected: ${positionals[max]}`);
  if (positionals.length < min) throw new Error('something is missing');
  return { help: false, values, positionals } as const;
};

const refuse = (usage: string, error: unknown): never => {
  process.stderr.write(`${(error as Error).message}\n${usage}\n`);
  process.exit(2);
};

/**
 * The arguments of this script, before it starts anything. `--help` prints the usage and ends with 0, what it does not
 * take ends with 2.
 * @param read makes of what was typed what the script works with, and throws where it cannot
 */
export const scriptArgs = <O extends ParseArgsOptionsConfig, T>(
  spec: ScriptSpec<O>,
  read: (typed: Extract<ReturnType<typeof readScriptArgs<O>>, { help: false }>) => T,
): T => {
  try {
    const typed = readScriptArgs(spec, process.argv.slice(2));
    if (!typed.help) return read(typed);
  } catch (error) {
    return refuse(spec.usage, error);
  }
  process.stdout.write(`${spec.usage}\n`);
  process.exit(0);
};
