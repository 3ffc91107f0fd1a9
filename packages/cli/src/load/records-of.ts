import { join } from 'node:path';
import type { OpenOptions, PostingLine, Quality, Unread } from '@skillstream/files';
import { CliError } from '../terminal/cli-error.ts';
import { formatText, mappingLines, problemText } from './format-text.ts';
import { openPart, type OpenPart } from './open-input.ts';
import { namedFile, type InputPart } from './parts.ts';

export type RecordsOptions = {
  /** What is loaded, as it may be printed. */
  path: string;
  open: OpenOptions;
  onBytes: (bytes: number) => void;
  /** Called with what is to be said about a file. */
  onNote: (text: string) => void;
};

const inFile =
  (file: { file?: string }) =>
  ([column, { cells, first }]: [string, Unread]): [string, Unread] => [
    column,
    { cells, first: { ...first, ...file } },
  ];

/**
 * The lines of all files that are loaded, one file after the other. Of several, one that cannot be read does not stop
 * the others.
 * @returns the lines, and, once they were taken, what the postings lack, and the files that failed, with the reasons
 */
export const createRecords = (parts: AsyncIterable<InputPart>, options: RecordsOptions) => {
  const qualities: Quality[] = [];
  const failures: string[] = [];
  const fullName = ({ name }: { name: string | null }) =>
    namedFile(name === null ? options.path : join(options.path, name));

  const announce = (part: OpenPart): void => {
    const found = mappingLines(part);
    if (found.length > 0) options.onNote([`${fullName(part)}: ${formatText(part)}`, ...found].join('\n'));
    const problem = part.problem();
    if (problem === null) return;
    throw new CliError(problemText(part, problem, 'skillstream load --dry-run shows the columns, '));
  };
  async function* linesIn(part: OpenPart): AsyncGenerator<PostingLine> {
    const file = part.name === null ? {} : { file: part.name };
    try {
      for await (const line of part.lines) yield { ...line, ...file };
    } finally {
      const { unread, ...quality } = part.quality();
      qualities.push({ ...quality, unread: new Map([...unread].map(inFile(file))) });
      for (const text of part.notes()) options.onNote(`${fullName(part)}: ${text}`);
    }
  }
  async function* linesOf(input: InputPart): AsyncGenerator<PostingLine> {
    const part = await openPart(input, options.open, options.onBytes).catch((error: Error) => {
      throw new CliError(error.message);
    });
    try {
      announce(part);
      yield* linesIn(part);
    } finally {
      await part.close();
    }
  }
  async function* lines(): AsyncGenerator<PostingLine> {
    for await (const part of parts) {
      try {
        yield* linesOf(part);
      } catch (error) {
        if (part.name === null) throw error;
        failures.push(`${fullName(part)}: ${(error as Error).message}`);
      }
    }
  }
  return {
    lines: lines(),
    qualities: (): readonly Quality[] => qualities,
    failures: (): readonly string[] => failures,
  };
};
