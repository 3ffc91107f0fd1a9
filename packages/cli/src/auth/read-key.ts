import { readFileSync } from 'node:fs';
import { CliError } from '../terminal/cli-error.ts';

/** The text of a private key. @param file `-` is standard input. @throws CliError where it cannot be read */
export const readKey = (file: string): string => {
  try {
    return readFileSync(file === '-' ? 0 : file, 'utf8');
  } catch (error) {
    throw new CliError(`cannot read the key ${file}: ${(error as NodeJS.ErrnoException).code}`);
  }
};
