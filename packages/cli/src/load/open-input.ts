import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { blocksOf, openPostings, type Encoding, type OpenOptions } from '@skillstream/files';
import { CliError } from '../terminal/cli-error.ts';
import { count } from '../terminal/numbers.ts';
import { printable } from '../terminal/printable.ts';

// Its end may be what distinguishes it from others.
const MOST_PATH_CHARS = 4096;

/** A file's path as it is printed. */
export const namedFile = (file: string): string => printable(file, MOST_PATH_CHARS);

const sizeOf = async (file: string): Promise<number> => {
  const named = namedFile(file);
  try {
    const found = await stat(file);
    if (found.isDirectory()) throw new CliError(`${named} is a folder`);
    return found.size;
  } catch (error) {
    if (error instanceof CliError) throw error;
    const { code } = error as NodeJS.ErrnoException;
    throw new CliError(code === 'ENOENT' ? `there is no file ${named}` : `cannot read ${named}: ${code}`);
  }
};

/** The length of a file in bytes; 0 for standard input (`-`). @throws CliError where there is none, naming it */
export const inputSize = async (file: string): Promise<number> => (file === '-' ? 0 : sizeOf(file));

/**
 * Opens a file of postings, or standard input with `-`.
 * @returns the file, how many bytes of it were read, how its text is written, and what else is to be said at its end
 * @throws CliError where what it is cannot be told, naming it
 */
export const openInput = async (file: string, options: OpenOptions) => {
  let done = 0;
  let encoding: Encoding = 'UTF-8';
  const notes: string[] = [];
  const onEncoding = (found: Encoding) => void (encoding = found);
  const input = file === '-' ? process.stdin : createReadStream(file);
  const blocks = blocksOf(
    input as AsyncIterable<Buffer>,
    (bytes) => (done += bytes),
    (bytes, at) => notes.push(`${count(bytes)} bytes from byte ${count(at)} on are no gzip and were ignored`),
    onEncoding,
  );
  const opened = await openPostings(blocks, { ...options, onEncoding }).catch((error: Error) => {
    throw new CliError(`${namedFile(file)}: ${error.message}`);
  });
  return {
    ...opened,
    bytesRead: () => done,
    /** Known once text with more than ASCII was read. */
    encoding: () => encoding,
    notes: () => notes,
  };
};

export type OpenInput = Awaited<ReturnType<typeof openInput>>;
