import { SAMPLE_SOURCE, sourceName } from '@skillstream/contracts';
import { appError } from '@skillstream/errors';
import { parseDocument, type Document } from 'yaml';
import { z } from 'zod';
import { boards, detectBoard, type BoardAccount } from '../boards.ts';
import { faultText } from './fault-text.ts';

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
        address: z.string().max(2_000),
        paused: z.boolean().default(false),
        everyMinutes: z.int().min(MINUTES.least).max(MINUTES.most).default(MINUTES.usual),
      }),
    )
    .max(MOST_SOURCES)
    .default([]),
});

const named = boards.map(({ title }) => title).join(', ');

/** The board of an address. @throws SkillstreamError `invalid-input` that names the boards there are */
export const boardOf = (address: string): BoardAccount => {
  const found = detectBoard(address);
  if (found === null)
    throw appError(
      'invalid-input',
      `${address} is no address of a board that can be read, with an account: ${named}`,
    );
  return found;
};

/** Parses the YAML of sources, for whoever changes it. @throws SkillstreamError `invalid-input` */
export const sourcesDocument = (text: string): Document => {
  if (text.length > MOST_CHARS) throw appError('invalid-input', `it has over ${MOST_CHARS} characters`);
  const document = parseDocument(text);
  const [fault] = document.errors;
  // The first line says what and where, the others quote the file.
  if (fault) throw appError('invalid-input', fault.message.split('\n')[0]!);
  return document;
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

/** The sources in a document. @throws SkillstreamError `invalid-input` that names the source with a fault */
export const sourcesIn = (document: Document): Sources => {
  const value = valueOf(document);
  const parsed = fileSchema.safeParse(value);
  if (!parsed.success) throw appError('invalid-input', faultText(parsed.error.issues[0]!, value));
  const { contact = null, sources } = parsed.data;
  const twice = sources.find(({ name }, i) => sources.findIndex((one) => one.name === name) < i);
  if (twice) throw appError('invalid-input', `there are two sources ${twice.name}`);
  return { contact, sources: sources.map((source) => ({ ...source, ...boardOf(source.address) })) };
};
