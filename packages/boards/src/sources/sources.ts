import { SAMPLE_SOURCE, sourceName } from '@skillstream/contracts';
import { appError } from '@skillstream/errors';
import { LineCounter, parseDocument, type Document } from 'yaml';
import { z } from 'zod';
import { boards, detectBoard, type BoardAccount } from '../boards.ts';
import { faultsIn, linesOf } from './faults-in.ts';
import { placeAt, type Parsed } from './place-in.ts';

/** An account on a job board, by the address that people have of it, under a name of our own. */
export type Source = BoardAccount & {
  name: string;
  address: string;
  paused: boolean;
  /** How long after a run ingestion begins the next one. */
  everyMinutes: number;
};
export type Sources = {
  /** Whom the boards may write to. */
  contact: string | null;
  sources: Source[];
};

/** Each is a value of a label of ingestion's metrics. */
const MOST_SOURCES = 200;
const MOST_CHARS = 1_000_000;
const MINUTES = { least: 5, most: 7 * 24 * 60, usual: 6 * 60 };

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
        address: z
          .string()
          .max(2_000)
          .refine((address) => detectBoard(address) !== null, { error: () => `is ${noBoard}` }),
        paused: z.boolean().default(false),
        everyMinutes: z.int().min(MINUTES.least).max(MINUTES.most).default(MINUTES.usual),
      }),
    )
    .max(MOST_SOURCES)
    .default([]),
});

const noBoard = `no address of a board that can be read, with an account: ${boards.map(({ title }) => title).join(', ')}`;

/** The board of an address. @throws SkillstreamError `invalid-input` that names the boards there are */
export const boardOf = (address: string): BoardAccount => {
  const found = detectBoard(address);
  if (found === null) throw appError('invalid-input', `${address} is ${noBoard}`);
  return found;
};

/** Parses the YAML of sources, for whoever changes it. @throws SkillstreamError `invalid-input` with each fault */
export const sourcesDocument = (text: string): Parsed => {
  if (text.length > MOST_CHARS) throw appError('invalid-input', `it has over ${MOST_CHARS} characters`);
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const faults = linesOf(
    document.errors,
    // What stands behind a colon quotes the file.
    ({ pos: [start], message }) => placeAt(lines, start) + message.split(': ')[0],
  );
  if (faults !== '') throw appError('invalid-input', faults);
  return { document, lines };
};

const valueOf = (document: Document): unknown => {
  try {
    // Nothing under `sources:` is no source.
    const value = (document.toJS({ maxAliasCount: 10 }) ?? {}) as Record<string, unknown>;
    return value['sources'] === null ? { ...value, sources: [] } : value;
  } catch {
    throw appError('invalid-input', 'there are too many references in it');
  }
};

/** The sources in a document. @throws SkillstreamError `invalid-input` that names each fault, a line each */
export const sourcesIn = (parsed: Parsed): Sources => {
  const value = valueOf(parsed.document);
  const { data, error } = fileSchema.safeParse(value);
  const faults = faultsIn(parsed, value, error?.issues ?? []);
  if (!data || faults !== '') throw appError('invalid-input', faults);
  const { contact = null, sources } = data;
  return { contact, sources: sources.map((source) => ({ ...source, ...boardOf(source.address) })) };
};
