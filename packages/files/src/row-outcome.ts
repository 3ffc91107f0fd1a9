import { isUtf8 } from 'node:buffer';
import type { PostingInput, ValidationIssue } from '@skillstream/contracts';
import type { InputLocation } from './json/input-record.ts';
import { isOtherThing, jobPostingsIn } from './json/linked-data.ts';
import { postingsWithin } from './json/postings-within.ts';
import { mapRow } from './known/map-row.ts';
import { flatten } from './mapping/flatten.ts';
import type { IdentityBasis } from './mapping/identity.ts';
import { isOurs } from './mapping/is-ours.ts';
import { postingOf, type PostingOptions, type Value } from './mapping/posting-of.ts';

/** A row as a file has it: its values by column, or the bytes of a JSON value, or why there is none. */
export type FileRow = InputLocation &
  ({ values: Map<string, Value> } | { bytes: Buffer } | { faults: ValidationIssue[] });

/**
 * A line to send, and where it comes from. `key`: lines of one key have to arrive in their order. `posting`: what the
 * line says; null where it is no object of JSON, and ingestion will say so. `basis`: what its id was made of, where it
 * was mapped. A row that cannot be sent has issues, by column.
 */
export type PostingLine = InputLocation &
  (
    | { bytes: Buffer; key: string; posting: Partial<PostingInput> | null; basis?: IdentityBasis }
    | { faults: ValidationIssue[] }
  );

// TypeScript does not know its third argument yet (ECMAScript's JSON.parse source text access).
type Reviver = (key: string, value: unknown) => unknown;
// A number of JavaScript has fifteen digits and some: of two longer ids it would make one.
const manyDigits = /\d{16}/;
const asWritten = (_key: string, value: unknown, { source }: { source?: string }): unknown =>
  Number.isInteger(value) && !Number.isSafeInteger(value) ? source : value;

/** Parses a JSON value, long whole numbers as text; undefined where the bytes are none. */
export const parseJson = (bytes: Buffer): unknown => {
  if (!isUtf8(bytes)) return undefined;
  try {
    const text = bytes.toString('utf8');
    return manyDigits.test(text) ? JSON.parse(text, asWritten as Reviver) : JSON.parse(text);
  } catch {
    return undefined;
  }
};

/**
 * Whether columns have to be found for a row of JSON: it is neither a posting nor of a format that is known.
 * @param isAsked whether somebody chose columns, so that no format is taken to be known
 */
export const needsMapping = (row: unknown, isAsked: boolean): row is object =>
  typeof row === 'object' &&
  row !== null &&
  !Array.isArray(row) &&
  !isOtherThing(row) &&
  !isOurs(row) &&
  (isAsked || mapRow(row) === row);

const NEWLINE = 0x0a;
const onOneLine = (bytes: Buffer): Buffer =>
  bytes.includes(NEWLINE) ? Buffer.from(bytes.map((byte) => (byte === NEWLINE ? 0x20 : byte))) : bytes;

/** Where a row stands in its file. */
export const placeOf = ({ line, index }: InputLocation): InputLocation => ({
  line,
  ...(index !== undefined && { index }),
});

/** Whether the cells of a row are the names of their columns: files were joined with their headers. */
const isHeaderAgain = (values: ReadonlyMap<string, Value>): boolean => {
  const plain = (text: string): string => text.trim().toLowerCase();
  return values.size > 1 && [...values].every(([column, value]) => plain(String(value)) === plain(column));
};

export type OutcomeOptions = PostingOptions & {
  /** The source of all rows, whatever they say; null: their own. */
  onlySource: string | null;
  /** The country of rows that name no place; null: none. */
  country: string | null;
};

/**
 * The line to send for a row. A row of JSON that is none, or is a posting already, goes as it is: only ingestion
 * validates, so people always see its reasons.
 * @returns null where the row says that it is something else than a posting
 */
export const rowOutcome = (row: FileRow, options: OutcomeOptions): PostingLine | null => {
  const place = placeOf(row);
  if ('faults' in row) return { ...place, faults: row.faults };
  const line = (posting: PostingInput, basis?: IdentityBasis): PostingLine => {
    const { onlySource, country } = options;
    const sent = {
      ...(country !== null && { defaultCountry: country }),
      ...posting,
      ...(onlySource !== null && { source: onlySource }),
    };
    const key = `${String(sent.source)}/${String(sent.sourceId)}`;
    return {
      ...place,
      bytes: Buffer.from(JSON.stringify(sent)),
      key,
      posting: sent,
      ...(basis && { basis }),
    };
  };
  const mapped = (values: ReadonlyMap<string, Value>, from?: object): PostingLine => {
    options.mapping.know(values.keys());
    const found = postingOf(values, { ...options, ...(from && { row: from }) });
    return 'faults' in found ? { ...place, ...found } : line(found.posting, found.basis);
  };
  if ('values' in row && isHeaderAgain(row.values))
    return { ...place, faults: [{ path: '', message: 'names the columns again' }] };
  if ('values' in row) return mapped(row.values);

  const value = parseJson(row.bytes);
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return { ...place, bytes: onOneLine(row.bytes), key: '', posting: null };
  if (isOtherThing(value)) {
    if (jobPostingsIn(value).length === 0) return null;
    return {
      ...place,
      faults: [{ path: '@type', message: 'is none of a posting, but has one within: give that' }],
    };
  }
  const posting = options.mapping.isAsked ? (value as PostingInput) : mapRow(value);
  if ((posting as unknown) !== value) return line(posting);
  if (!isOurs(value)) {
    const within = postingsWithin(value);
    if (within === null) return mapped(flatten(value), value);
    return {
      ...place,
      faults: [{ path: within, message: 'is a list of postings: give its elements alone' }],
    };
  }
  if (options.onlySource !== null || options.country !== null) return line(posting);
  const key = `${String(posting.source)}/${String(posting.sourceId)}`;
  return { ...place, bytes: onOneLine(row.bytes), key, posting };
};
