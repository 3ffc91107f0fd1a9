import { once } from 'node:events';
import { closeSync, createWriteStream, openSync, rmSync, type WriteStream } from 'node:fs';
import { dirname, join } from 'node:path';
import type { ValidationIssue } from '@skillstream/contracts';
import { makeFolder } from '@skillstream/engines';
import { messageOf } from '@skillstream/errors';
import type { InputLocation } from '@skillstream/files';
import { CliError } from '../terminal/cli-error.ts';
import { printable } from '../terminal/printable.ts';
import { fileNameOf } from './input-name.ts';

export type Rejection = InputLocation & { faults: ValidationIssue[] };

// A file name has at most 255 bytes, and the time is part of this one.
const MOST_NAME_CHARS = 100;

/**
 * The path of the file for the rejected lines of a load; its name has only characters that are safe in shells and
 * terminals, and of an address no secret. No other file name is derived from input.
 * @param file what is loaded, as `load` was given it
 */
export const reportPath = (folder: string, file: string, now: Date): string => {
  const name =
    file === '-'
      ? 'stdin'
      : fileNameOf(file)
          .replace(/[^\w.-]/g, '_')
          .slice(0, MOST_NAME_CHARS);
  return join(folder, `load-${name}-${now.toISOString().replace(/[:.]/g, '-')}.ndjson`);
};

const unwritable = (path: string, error: unknown) =>
  new CliError(`no report can be written in ${printable(dirname(path))}: ${messageOf(error)}`);

/**
 * Creates a report's folder and checks that the report can be written there, without leaving a file.
 * @throws CliError naming the folder
 */
export const tryReportFile = (path: string): void => {
  try {
    makeFolder(dirname(path));
    closeSync(openSync(path, 'wx'));
    rmSync(path);
  } catch (error) {
    throw unwritable(path, error);
  }
};

/**
 * A file of rejected lines, each with its place in the loaded file and the reason; created with the first of them.
 */
export const createReportFile = (path: string) => {
  let stream: WriteStream | null = null;
  let failure: Error | null = null;
  const begin = () => {
    try {
      makeFolder(dirname(path));
    } catch (error) {
      throw unwritable(path, error);
    }
    return createWriteStream(path).on('error', (error) => (failure ??= unwritable(path, error)));
  };
  return {
    path,
    /** @throws CliError naming the folder, where it cannot be written, or could not be before */
    write: async (rejection: Rejection): Promise<void> => {
      stream ??= begin();
      if (failure) throw failure;
      if (!stream.write(`${JSON.stringify(rejection)}\n`))
        await once(stream, 'drain').catch((error: unknown) => Promise.reject(unwritable(path, error)));
    },
    /** @returns the path, or null when nothing was rejected, or the file could not be written */
    close: async (): Promise<string | null> => {
      if (!stream || failure) return null;
      stream.end();
      await once(stream, 'close').catch((error: unknown) => Promise.reject(unwritable(path, error)));
      return path;
    },
  };
};
