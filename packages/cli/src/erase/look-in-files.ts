import { createReadStream } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { dataFolder } from '../platform/paths.ts';
import type { Looked } from './finding.ts';
import { createFound, foundOf } from './found.ts';

/**
 * The folder whose files are looked at; null where nothing is known of one.
 * @param named by the user
 * @param provider of the engines: Docker's and those of others have their files elsewhere
 */
export const engineFiles = (named: string | undefined, provider: string): string | null =>
  named ?? (provider === 'java' ? dataFolder : null);

/** What is said where there is no such folder. */
export const unreachableFiles: Looked = {
  ...{ store: 'files', place: 'files of the engines', ...foundOf([]), complete: false },
  reason: 'not looked at: they are in volumes or on other machines, unless --data names their folder',
};

// Byte by byte, so that a part may end within a character.
const open = (file: string): AsyncIterable<unknown> => createReadStream(file, { encoding: 'latin1' });

/**
 * Whether a file holds one of several texts: constant memory, linear time.
 * @param isOver asked between two parts
 * @returns null where it was over before the end
 */
const holdsAny = async (
  parts: AsyncIterable<unknown>,
  sought: readonly string[],
  isOver: () => boolean,
): Promise<boolean | null> => {
  const overlap = Math.max(...sought.map((one) => one.length));
  let tail = '';
  for await (const part of parts) {
    const text = tail + String(part).toLowerCase();
    if (sought.some((one) => text.includes(one))) return true;
    if (isOver()) return null;
    tail = text.slice(-overlap);
  }
  return false;
};

/**
 * A text as the bytes of files: as it is and as JSON writes it, as given, small, and in capitals. Bytes are folded one
 * by one, here and in the files: so the case of ASCII does not matter at all, of other letters these three are found.
 */
const asBytes = (text: string): string[] => {
  const written = [text, text.toLowerCase(), text.toUpperCase()];
  const all = written.flatMap((one) => [one, JSON.stringify(one).slice(1, -1)]);
  return [...new Set(all.map((one) => Buffer.from(one).toString('latin1').toLowerCase()))];
};

const codeOf = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? 'unknown';

const isSegment = (name: string): boolean => /^kafka\/.*\.log$/.test(name);

const ENGINES = ['kafka', 'mongo', 'redis'];
const MOST_NAMED = 3;
const reasonOf = (missed: readonly string[]): string => {
  const more = missed.length - MOST_NAMED;
  return `cannot be read: ${missed.slice(0, MOST_NAMED).join(', ')}${more > 0 ? `, and ${more} more` : ''}`;
};

/**
 * The files of engines that run on this machine which still hold a text. Segments of the log hold it until they are
 * compacted; MongoDB's journal and Redis' file until they are written anew. What an engine has compressed shows no
 * words.
 * @param folder the data folder of the engines
 * @param untilMs nothing is read after that, on the clock of performance.now()
 */
export const lookInFiles = async (
  folder: string,
  text: string,
  untilMs: number,
  openFile = open,
): Promise<Looked> => {
  const sought = asBytes(text);
  const isOver = () => performance.now() > untilMs;
  const found = createFound();
  const missed: string[] = [];
  let complete = true;

  const filesOf = async (engine: string): Promise<string[]> => {
    try {
      const entries = await readdir(join(folder, engine), { recursive: true, withFileTypes: true });
      return entries.filter((one) => one.isFile()).map(({ parentPath, name }) => join(parentPath, name));
    } catch (error) {
      missed.push(`${engine} (${codeOf(error)})`);
      return [];
    }
  };
  const lookAt = async (file: string): Promise<void> => {
    const name = relative(folder, file);
    try {
      const holds = await holdsAny(openFile(file), sought, isOver);
      complete &&= holds !== null;
      if (!holds) return;
    } catch (error) {
      // A file may be deleted while others are read.
      if (codeOf(error) !== 'ENOENT') missed.push(`${name} (${codeOf(error)})`);
      return;
    }
    const note = isSegment(name)
      ? 'with the record of the log that is named above, if it is this posting’s'
      : 'until the engine writes its file anew';
    found.add({ place: name, what: 'text', until: 'unbounded', note, byWords: true });
  };

  for (const engine of ENGINES)
    for (const file of await filesOf(engine)) {
      complete &&= !isOver();
      if (complete) await lookAt(file);
    }
  const looked = { store: 'files', place: `files in ${folder}`, ...found.found() } as const;
  if (missed.length === 0) return { ...looked, complete };
  return { ...looked, complete: false, reason: reasonOf(missed) };
};
