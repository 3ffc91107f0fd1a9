import { createInterface } from 'node:readline/promises';
import { usageError } from './cli-error.ts';

/**
 * Asks a question on the terminal; only "y" or "yes" is a yes.
 * @throws CliError with exit code 2 where standard input is no terminal
 */
export const confirm = async (question: string): Promise<boolean> => {
  if (!process.stdin.isTTY) throw usageError('standard input is no terminal to ask on: pass --yes');
  const asking = createInterface({ input: process.stdin, output: process.stderr });
  const response = await asking.question(`${question} [y/N] `);
  asking.close();
  return /^y(es)?$/i.test(response.trim());
};
