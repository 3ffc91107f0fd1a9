import { parseArgs, type ParseArgsOptionsConfig } from 'node:util';
import { usageError } from './cli-error.ts';
import { printableJson, printableLines } from './printable.ts';
import { unknownOptionText } from './unknown-option.ts';

/** One command: `run` gets the arguments after its name and returns the exit code. */
export type Command = { usage: string; run: (args: string[]) => Promise<number> };

/**
 * Where commands print. Texts may come from an untrusted gateway or a file name: control characters other than line
 * ends are escaped here; what has to stay on one line is made `printable` where it is put together.
 */
export const print = (text: string): void => void process.stdout.write(`${printableLines(text)}\n`);
/** Prints a value for programs. */
export const printJson = (value: unknown): void => print(printableJson(value));
/** Progress and error messages go to standard error, so that results can be piped. */
export const note = (text: string): void => void process.stderr.write(`${printableLines(text)}\n`);

/**
 * Parses options and positional arguments.
 * @param words how many positional arguments, and the name of each (`FILE`), so that a missing one can be named
 * @throws CliError with exit code 2 for an unknown option, or a wrong number of arguments
 */
export const readArgs = <O extends ParseArgsOptionsConfig>(
  args: string[],
  options: O,
  words: { min: number; max: number; names?: readonly string[] } = { min: 0, max: 0 },
) => {
  const read = () => {
    try {
      return parseArgs({ args, options, allowPositionals: true, strict: true });
    } catch (error) {
      const { code, message } = error as NodeJS.ErrnoException;
      const isUnknown = code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION';
      throw usageError(isUnknown ? unknownOptionText(message, options) : message);
    }
  };
  const { values, positionals } = read();
  if (positionals.length < words.min)
    throw usageError(`${words.names?.[positionals.length] ?? 'a word'} is missing; --help tells more`);
  if (positionals.length > words.max) throw usageError(`unexpected: ${positionals[words.max]}`);
  return { values, positionals };
};

/** Parses an option as a whole number. @throws CliError with exit code 2 */
export const wholeNumber = (name: string, text: string, min: number, max: number): number => {
  const value = Number(text);
  if (!/^\d+$/.test(text) || value < min || value > max)
    throw usageError(`--${name} takes a whole number from ${min} to ${max}, not "${text}"`);
  return value;
};
