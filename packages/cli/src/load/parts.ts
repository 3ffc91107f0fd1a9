import { createReadStream } from 'node:fs';
import { open, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { CliError } from '../terminal/cli-error.ts';
import { printable } from '../terminal/printable.ts';
import { zipEntries } from './zip-entries.ts';

/**
 * One of the files that are loaded. `name`: within a folder or a zip; null where it is all. `share`: how many bytes of
 * what is loaded a byte of it stands for.
 */
export type InputPart = { name: string | null; share: number; open: () => Promise<AsyncIterable<Buffer>> };

// Its end may be what distinguishes it from others.
const MOST_PATH_CHARS = 4096;
/** A file's path as it is printed. */
export const namedFile = (file: string): string => printable(file, MOST_PATH_CHARS);

const ZIP = Buffer.from('PK\x03\x04', 'latin1');
const EMPTY_ZIP = Buffer.from('PK\x05\x06', 'latin1');
/** Whether a file begins as a zip does, whatever its name is. */
const isZip = (beginning: Buffer): boolean =>
  [ZIP, EMPTY_ZIP].some((magic) => beginning.subarray(0, magic.length).equals(magic));

const beginsAsZip = async (path: string): Promise<boolean> => {
  // What a pipe gives is gone then.
  if (!(await stat(path)).isFile()) return false;
  const handle = await open(path);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(ZIP.length), 0, ZIP.length, 0);
    return isZip(buffer.subarray(0, bytesRead));
  } finally {
    await handle.close();
  }
};

const unreadable = (file: string, { code }: NodeJS.ErrnoException): CliError => {
  const named = namedFile(file);
  return new CliError(code === 'ENOENT' ? `there is no file ${named}` : `cannot read ${named}: ${code}`);
};

/** How long a file is; 0 where that cannot be told, which reading it will say; null for what is no file. */
const sizeOf = async (path: string): Promise<number | null> => {
  const found = await stat(path).catch(() => null);
  if (found === null) return 0;
  return found.isFile() ? found.size : null;
};

/**
 * The files of a folder in the order of their names, also those that links lead to; folders in it, with links to such,
 * and hidden ones are none of them.
 */
const filesIn = async (folder: string): Promise<{ file: string; size: number }[]> => {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries
    .filter((entry) => (entry.isFile() || entry.isSymbolicLink()) && !entry.name.startsWith('.'))
    .map(({ name }) => name);
  const sized = await Promise.all(
    names.sort().map(async (name) => {
      const file = join(folder, name);
      return { file, size: await sizeOf(file) };
    }),
  );
  return sized.flatMap(({ file, size }) => (size === null ? [] : [{ file, size }]));
};

type Files = { bytes: number; files: string[]; isFolder: boolean };

/**
 * What there is to read: one file, or those of a folder; none for standard input (`-`).
 * @throws CliError where there is nothing, naming it
 */
export const inputFiles = async (path: string): Promise<Files> => {
  if (path === '-') return { bytes: 0, files: [], isFolder: false };
  try {
    const found = await stat(path);
    if (!found.isDirectory()) return { bytes: found.size, files: [path], isFolder: false };
    const sized = await filesIn(path);
    const bytes = sized.reduce((sum, { size }) => sum + size, 0);
    return { bytes, files: sized.map(({ file }) => file), isFolder: true };
  } catch (error) {
    throw unreadable(path, error as NodeJS.ErrnoException);
  }
};

const stdin: InputPart = { name: null, share: 1, open: async () => process.stdin as AsyncIterable<Buffer> };

async function* partsOfFile(file: string, name: string | null): AsyncGenerator<InputPart> {
  if (!(await beginsAsZip(file))) yield { name, share: 1, open: async () => createReadStream(file) };
  else
    for await (const entry of zipEntries(file))
      yield {
        name: name === null ? entry.name : `${name}/${entry.name}`,
        share: entry.bytes === 0 ? 0 : entry.packedBytes / entry.bytes,
        open: entry.open,
      };
}

/**
 * The files that are loaded, one after the other: of a folder all, of a zip all that are in it. One of a folder that
 * cannot be read is a part that does not open, so that it is named and stops none of the others.
 * @throws Error where a zip that is all cannot be read
 */
export async function* partsOf(path: string, { files, isFolder }: Files): AsyncGenerator<InputPart> {
  if (path === '-') return yield stdin;
  for (const file of files) {
    const name = isFolder ? file.slice(path.length).replace(/^[\\/]+/, '') : null;
    try {
      yield* partsOfFile(file, name);
    } catch (error) {
      if (name === null) throw error;
      yield { name, share: 0, open: async () => Promise.reject(error as Error) };
    }
  }
}
