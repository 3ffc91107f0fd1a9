import type { Encoding } from './bytes/decode.ts';
import { guessed } from './bytes/decode.ts';
import { peek } from './bytes/peek.ts';
import { detect } from './detect.ts';
import { jsonRecords } from './json/records.ts';
import { orderOf, type DayOrder } from './mapping/date.ts';
import { createMapping, type Wanted } from './mapping/mapping.ts';
import { createQuality } from './quality.ts';
import { rowOutcome, type FileRow, type PostingLine } from './row-outcome.ts';
import { sampleOf, valuesToMap } from './sample.ts';
import { HEADER_BYTES } from './table/limits.ts';
import { openTable } from './table/table.ts';

/** What a file was found to be. */
type FileFormat =
  { kind: 'lines' | 'array' | 'object' } | { kind: 'table'; delimiter: string; quote: string };

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

async function* jsonRows(blocks: AsyncIterable<Buffer>, layout: 'lines' | 'array' | 'object') {
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
  const detected = detect(text.beginning.toString('latin1'), text.whole);
  if (detected.kind === 'json')
    return { format: { kind: detected.layout }, columns: [], rows: jsonRows(text.blocks, detected.layout) };
  const { dialect } = detected;
  const table = await openTable(guessed(text.blocks, onEncoding), dialect);
  const format = { kind: 'table', delimiter: dialect.delimiter, quote: dialect.quote } as const;
  return { format, ...table };
};

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

  async function* lines(): AsyncGenerator<PostingLine> {
    for await (const row of all) {
      const outcome = rowOutcome(row, {
        ...{ mapping, dates, source: options.source ?? options.defaultSource },
        onlySource: options.source ?? null,
        onUnread: quality.addUnread,
      });
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
      const missing = mapping.missing();
      if (missing.length > 0 && anyRows) return `there is no column ${missing.join(', ')}`;
      if (format.kind !== 'table' || mapping.columnOf('description') !== undefined) return null;
      return 'no column is known as the description of a posting';
    },
  };
};
