import { CliError, usageError } from './terminal/cli-error.ts';
import type { CommandEntry } from './commands.ts';
import { note, print } from './terminal/command.ts';
import { printable } from './terminal/printable.ts';

type Commands = Readonly<Record<string, CommandEntry>>;

const overview = (commands: Commands): string => {
  const lines = Object.entries(commands).map(([name, { summary }]) => `  ${name.padEnd(8)} ${summary}`);
  return ['skillstream COMMAND [options]', '', ...lines, '', 'skillstream COMMAND --help tells more.'].join(
    '\n',
  );
};

const asksForHelp = (args: string[]) => args.some((arg) => arg === '--help' || arg === '-h');

/**
 * Runs one command line.
 * @param commands all commands, by their names
 * @param argv the arguments after `skillstream`
 * @returns the exit code: 1 when it failed, 2 for wrong usage
 */
export const main = async (commands: Commands, argv: string[]): Promise<number> => {
  const [name, ...args] = argv;
  if (name === undefined || name === 'help' || name === '--help' || name === '-h') {
    (name === undefined ? note : print)(overview(commands));
    return name === undefined ? 2 : 0;
  }
  try {
    const entry = Object.hasOwn(commands, name) ? commands[name] : undefined;
    if (!entry)
      throw usageError(
        `there is no command "${printable(name, 40)}"; there are ${Object.keys(commands).join(', ')}`,
      );
    const command = await entry.load();
    if (asksForHelp(args)) {
      print(command.usage);
      return 0;
    }
    return await command.run(args);
  } catch (error) {
    // Errors of the engines and of the platform have messages that say what to do; anything else is a bug.
    const expected = error instanceof CliError || (error as { code?: unknown }).code !== undefined;
    note(
      `${printable(name, 40)}: ${expected ? (error as Error).message : ((error as Error).stack ?? String(error))}`,
    );
    return error instanceof CliError ? error.exitCode : 1;
  }
};
