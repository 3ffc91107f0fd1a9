import { readFileSync } from 'node:fs';
import {
  boardOf,
  nameOfAccount,
  sourcesDocument,
  sourcesIn,
  type ParsedSources,
  type Sources,
} from '@skillstream/boards';
import { messageOf } from '@skillstream/errors';
import { sourceNameOf } from '@skillstream/files';
import { CliError } from '../terminal/cli-error.ts';
import { faultLines } from './fault-lines.ts';
import { writeWhole } from './write-whole.ts';

/** Names the file in what is wrong with it. */
const inFile = <T>(file: string, call: () => T): T => {
  try {
    return call();
  } catch (error) {
    throw new CliError(faultLines(file, messageOf(error)));
  }
};

/** @returns null where there is no such file */
const read = (file: string): ParsedSources | null => {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw new CliError(`cannot read ${file}: ${(error as NodeJS.ErrnoException).code}`);
  }
  return inFile(file, () => sourcesDocument(text));
};

const check = (file: string, parsed: ParsedSources): Sources => inFile(file, () => sourcesIn(parsed));

/**
 * The sources in a file, and whom the boards may write to; none where there is no such file.
 * @throws CliError that names the place in the file
 */
export const readSources = (file: string): Sources => {
  const parsed = read(file);
  return parsed === null ? { contact: null, sources: [] } : check(file, parsed);
};

/** The name of a source that was given none: of its account, or of a board that has no accounts. */
export const sourceNameOfBoard = (address: string): string => {
  const { board, account } = boardOf(address);
  return sourceNameOf(account === 'all' ? board.name : nameOfAccount(account)) ?? board.name;
};

/** Adds a source to the file, or makes the file; comments in it stay. @throws CliError where the name is taken */
export const addSource = (file: string, { name, address }: { name: string; address: string }): void => {
  const parsed = read(file) ?? sourcesDocument('sources: []\n');
  // As it is before: what is no map of sources cannot be added to.
  const { sources } = check(file, parsed);
  const { document } = parsed;
  if (sources.some((source) => source.name === name))
    throw new CliError(`there is a source ${name} already in ${file}: --name gives this one another name`);
  if (!document.get('sources')) document.set('sources', document.createNode([]));
  document.addIn(['sources'], document.createNode({ name, address }));
  check(file, parsed);
  writeWhole(file, document.toString());
};

/** Pauses a source of the file, or lets it go on. @throws CliError where there is none of that name */
export const pauseSource = (file: string, name: string, paused: boolean): void => {
  const parsed = read(file);
  const at = parsed === null ? -1 : check(file, parsed).sources.findIndex((source) => source.name === name);
  if (parsed === null || at < 0) throw new CliError(`there is no source ${name} in ${file}`);
  const { document } = parsed;
  document.setIn(['sources', at, 'paused'], paused);
  writeWhole(file, document.toString());
};
