import type { Encoding } from './bytes/decode.ts';
import { behindBytes, guessed } from './bytes/decode.ts';
import { peek } from './bytes/peek.ts';
import { detect } from './detect.ts';
import { jsonRecords, type JsonLayout } from './json/records.ts';
import { orderOf, type DayOrder } from './mapping/date.ts';
import { htmlRows } from './markup/html-rows.ts';
import { xmlRows } from './markup/xml-rows.ts';
import { createMapping, type Wanted } from './mapping/mapping.ts';
import { createQuality } from './quality.ts';
import { rowOutcome, type FileRow, type PostingLine } from './row-outcome.ts';
import { sampleOf, valuesToMap } from './sample.ts';
import { HEADER_BYTES } from './table/limits.ts';
import { openTable } from './table/table.ts';

/** What a file was found to be. */
type FileFormat = { kind: JsonLayout | 'xml' | 'html' } | { kind: 'table'; delimiter: string; quote: string };

export type OpenOptions = {
  /** The source of rows that name none. */
  defaultSource: string;
  /** The source of all rows, whatever they say. */
  source?: string;
  /** The columns that somebody chose. */
  wanted?: Wanted;
  /** What comes first in a date of numbers; found in the first rows where it is not said. */
  dates?: DayOrder;
  /** Called where a text without a byte order mark is no UTF-8. */
  onEncoding?: (encoding: Encoding) => void;
};

/** What stands before an array becomes the line ends in it, so that lines keep their numbers. */
async function* fromArray(blocks: AsyncIterable<Buffer>, before: Buffer) {
  yield Buffer.from('\n'.repeat(before.toString('latin1').split('\n').length - 1));
  yield* behindBytes(blocks, before.length);
}

async function* jsonRows(blocks: AsyncIterable<Buffer>, layout: JsonLayout) {
  for await (const record of jsonRecords(blocks, layout)) {
    if ('bytes' in record) yield record;
    else yield { ...record, faults: [{ path: '', message: record.fault }] };
  }
}

type OpenRows = { format: FileFormat; columns: string[]; rows: AsyncGenerator<FileRow> };
const openRows = async (
  blocks: AsyncIterable<Buffer>,
  onEncoding: (encoding: Encoding) => void,
): Promise<OpenRows> => {
  const text = await peek(blocks, HEADER_BYTES);
  if (text.beginning.indexOf('PK\x03\x04') === 0)
    throw new Error('is a zip within something else, and not opened');
  const detected = detect(text.beginning.toString('latin1'), text.whole);
  if (detected.kind === 'json') {
    const { layout, from = 0 } = detected;
    const json = from === 0 ? text.blocks : fromArray(text.blocks, text.beginning.subarray(0, from));
    return { format: { kind: layout }, columns: [], rows: jsonRows(json, layout) };
  }
  if (detected.kind !== 'table') {
    const markup = guessed(text.blocks, onEncoding);
    const rows = detected.kind === 'xml' ? xmlRows(markup, detected.record) : htmlRows(markup);
    return { format: { kind: detected.kind }, columns: [], rows };
  }
  const { dialect } = detected;
  const table = await openTable(guessed(text.blocks, onEncoding), dialect);
  const format = { kind: 'table', delimiter: dialect.delimiter, quote: dialect.quote } as const;
  return { format, ...table };
};

/** Whether a line begins as a JSON object does; a damaged one is none, and ingestion says so. */
const mayBePosting = (row: FileRow): boolean =>
  !('bytes' in row) || row.bytes.toString('latin1', 0, 100).trimStart().startsWith('{');

/**
 * Opens a file of postings by its contents: NDJSON, a JSON array, one object, or a table (CSV and its like). Columns
 * are found by the names that people use for them.
 * @param blocks the file as text in UTF-8, without a byte order mark
 * @returns what it is, which column becomes which field, and the lines to send, one by one in constant memory
 * @throws Error where the first line of a table cannot name its columns
 */
export const openPostings = async (blocks: AsyncIterable<Buffer>, options: OpenOptions) => {
  const { format, columns, rows } = await openRows(blocks, options.onEncoding ?? (() => {}));
  const { sample, rows: all } = await sampleOf(rows);
  const first = sample.flatMap((row) => valuesToMap(row) ?? []);
  const known = format.kind === 'table' ? columns : first.flatMap((values) => [...values.keys()]);
  const mapping = createMapping(known, options.wanted ?? new Map());
  const dateColumn = mapping.columnOf('datePosted');
  const shown = dateColumn === undefined ? [] : first.map((values) => String(values.get(dateColumn) ?? ''));
  const dates = options.dates ?? orderOf(shown);
  const quality = createQuality();
  const anyRows = sample.length > 0;
  // Rows of JSON that are postings already need no columns.
  const allMapped = format.kind === 'table' || (anyRows && first.length === sample.length);

  const isUnknown = format.kind === 'lines' && anyRows && !sample.some(mayBePosting);

  async function* lines(): AsyncGenerator<PostingLine> {
    for await (const row of all) {
      const outcome = rowOutcome(row, {
        ...{ mapping, dates, source: options.source ?? options.defaultSource },
        onlySource: options.source ?? null,
        onUnread: quality.addUnread,
      });
      if (outcome === null) continue;
      if ('posting' in outcome && outcome.posting) quality.add(outcome.posting, outcome.basis);
      yield outcome;
    }
  }
  return {
    format,
    mapping,
    /** What comes first in dates of numbers; null where nothing shows it, or nothing has to. */
    dates,
    lines: lines(),
    /** What the postings lack that were read so far. */
    quality: quality.now,
    /** Why nothing of the file can be loaded, in a sentence; null where something can. */
    problem: (): string | null => {
      if (isUnknown) return 'it is no table of two columns or more, no JSON, no XML and no HTML';
      const missing = mapping.missing();
      if (missing.length > 0 && anyRows) return `there is no column ${missing.join(', ')}`;
      if (!allMapped || mapping.columnOf('description') !== undefined) return null;
      return 'no column is known as the description of a posting';
    },
  };
};
