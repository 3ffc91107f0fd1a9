import { readFileSync } from 'node:fs';
import { boards, detectBoard, type BoardAccount } from '@skillstream/boards';
import { SAMPLE_SOURCE, sourceName } from '@skillstream/contracts';
import { parseDocument, type Document } from 'yaml';
import { z } from 'zod';
import { CliError } from '../terminal/cli-error.ts';
import { writeWhole } from './write-whole.ts';

/** An account on a job board, by the address that people have of it, under a name of our own. */
export type Source = BoardAccount & { name: string; address: string; paused: boolean };

const MOST_SOURCES = 1_000;
const MOST_BYTES = 1_000_000;

const fileSchema = z.strictObject({
  contact: z
    .string()
    .max(200)
    .regex(/^[\x20-\x7e]*$/, 'holds more than plain characters')
    .optional(),
  sources: z
    .array(
      z.strictObject({
        name: sourceName.refine((name) => name !== SAMPLE_SOURCE, 'is the name of the made-up sample'),
        address: z.string().max(2_000),
        paused: z.boolean().default(false),
      }),
    )
    .max(MOST_SOURCES)
    .default([]),
});

const named = boards.map(({ title }) => title).join(', ');

/** The board of an address. @throws CliError that names the boards there are */
export const boardOf = (address: string): BoardAccount => {
  const found = detectBoard(address);
  if (found === null)
    throw new CliError(`${address} is no address of a board that can be read, with an account: ${named}`);
  return found;
};

/** @returns null where there is no such file */
const read = (file: string): Document | null => {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw new CliError(`cannot read ${file}: ${(error as NodeJS.ErrnoException).code}`);
  }
  if (text.length > MOST_BYTES) throw new CliError(`${file} has over ${MOST_BYTES} characters`);
  const document = parseDocument(text);
  const [fault] = document.errors;
  // The first line says what and where, the others quote the file.
  if (fault) throw new CliError(`${file}: ${fault.message.split('\n')[0]}`);
  return document;
};

const valueOf = (file: string, document: Document): unknown => {
  try {
    // Nothing under `sources:` is no source.
    const value = (document.toJS({ maxAliasCount: 10 }) ?? {}) as Record<string, unknown>;
    return value['sources'] === null ? { ...value, sources: [] } : value;
  } catch {
    throw new CliError(`${file}: there are too many references in it`);
  }
};

const check = (file: string, document: Document): { contact: string | null; sources: Source[] } => {
  const parsed = fileSchema.safeParse(valueOf(file, document));
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new CliError(`${file}: ${issue!.path.join('.') || 'the file'}: ${issue!.message}`);
  }
  const { contact = null, sources } = parsed.data;
  const twice = sources.find(({ name }, i) => sources.findIndex((one) => one.name === name) < i);
  if (twice) throw new CliError(`${file}: there are two sources ${twice.name}`);
  return { contact, sources: sources.map((source) => ({ ...source, ...boardOf(source.address) })) };
};

/**
 * The sources in a file, and whom the boards may write to; none where there is no such file.
 * @throws CliError that names the place in the file
 */
export const readSources = (file: string): { contact: string | null; sources: Source[] } => {
  const document = read(file);
  return document === null ? { contact: null, sources: [] } : check(file, document);
};

/** Adds a source to the file, or makes the file; comments in it stay. @throws CliError where the name is taken */
export const addSource = (file: string, { name, address }: { name: string; address: string }): void => {
  const document = read(file) ?? parseDocument('sources: []\n');
  // As it is before: what is no map of sources cannot be added to.
  check(file, document);
  if (!document.get('sources')) document.set('sources', document.createNode([]));
  document.addIn(['sources'], document.createNode({ name, address }));
  check(file, document);
  writeWhole(file, document.toString());
};

/** Pauses a source of the file, or lets it go on. @throws CliError where there is none of that name */
export const pauseSource = (file: string, name: string, paused: boolean): void => {
  const document = read(file);
  const at =
    document === null ? -1 : check(file, document).sources.findIndex((source) => source.name === name);
  if (document === null || at < 0) throw new CliError(`there is no source ${name} in ${file}`);
  document.setIn(['sources', at, 'paused'], paused);
  writeWhole(file, document.toString());
};
