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

/** The files of a folder in the order of their names; those within folders in it and hidden ones are none of them. */
const filesIn = async (folder: string): Promise<string[]> => {
  const entries = await readdir(folder, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map(({ name }) => name)
    .sort();
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
    const files = (await filesIn(path)).map((name) => join(path, name));
    const sizes = await Promise.all(files.map(async (file) => (await stat(file)).size));
    return { bytes: sizes.reduce((sum, size) => sum + size, 0), files, isFolder: true };
  } catch (error) {
    throw unreadable(path, error as NodeJS.ErrnoException);
  }
};

const stdin: InputPart = { name: null, share: 1, open: async () => process.stdin as AsyncIterable<Buffer> };

/**
 * The files that are loaded, one after the other: of a folder all, of a zip all that are in it.
 * @throws Error where a zip cannot be read
 */
export async function* partsOf(path: string, { files, isFolder }: Files): AsyncGenerator<InputPart> {
  if (path === '-') return yield stdin;
  for (const file of files) {
    const name = isFolder ? file.slice(path.length).replace(/^[\\/]+/, '') : null;
    if (!(await beginsAsZip(file))) yield { name, share: 1, open: async () => createReadStream(file) };
    else
      for await (const entry of zipEntries(file))
        yield {
          name: name === null ? entry.name : `${name}/${entry.name}`,
          share: entry.bytes === 0 ? 0 : entry.packedBytes / entry.bytes,
          open: entry.open,
        };
  }
}
