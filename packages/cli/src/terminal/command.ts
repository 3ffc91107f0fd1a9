import { parseArgs, type ParseArgsOptionsConfig } from 'node:util';
import { usageError } from './cli-error.ts';
import { printableJson, printableLines } from './printable.ts';

/** One command: `run` gets the words after its name and gives the exit code. */
export type Command = { summary: string; usage: string; run: (args: string[]) => Promise<number> };

/**
 * Where commands print. Whatever stands in a text, a foreign gateway's answer or a file's name, a terminal obeys none
 * of it but the ends of lines; what has to stay on one line is made `printable` where it is put together.
 */
export const print = (text: string): void => void process.stdout.write(`${printableLines(text)}\n`);
/** Prints a value for programs. */
export const printJson = (value: unknown): void => print(printableJson(value));
/** Progress and complaints: beside the answer, so that it can be piped. */
export const note = (text: string): void => void process.stderr.write(`${printableLines(text)}\n`);

/**
 * Reads options and the words that are none.
 * @param words how many, and what each is called (`FILE`), so that a missing one can be named
 * @throws CliError with exit code 2 for an unknown option, or a number of words outside `words`
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
      throw usageError((error as Error).message);
    }
  };
  const { values, positionals } = read();
  if (positionals.length < words.min)
    throw usageError(`${words.names?.[positionals.length] ?? 'a word'} is missing; --help tells more`);
  if (positionals.length > words.max) throw usageError(`unexpected: ${positionals[words.max]}`);
  return { values, positionals };
};

/**
 * A whole number from an option.
 * @throws CliError with exit code 2
 */
export const wholeNumber = (name: string, text: string, min: number, max: number): number => {
  const value = Number(text);
  if (!/^\d+$/.test(text) || value < min || value > max)
    throw usageError(`--${name} takes a whole number from ${min} to ${max}, not "${text}"`);
  return value;
};
