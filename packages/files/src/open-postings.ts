import { postingInput } from '@skillstream/contracts';
import type { DayOrder } from '@skillstream/contracts/file-fields';
import type { Encoding } from './bytes/decode.ts';
import { TextFault } from './bytes/checked-text.ts';
import { declaredIn } from './bytes/declared.ts';
import { guessed } from './bytes/decode.ts';
import { peek } from './bytes/peek.ts';
import { detect } from './detect.ts';
import { postingsWithin } from './json/postings-within.ts';
import { jsonRecords, type JsonLayout } from './json/records.ts';
import { orderOf } from './mapping/date.ts';
import { htmlRows } from './markup/html-rows.ts';
import { xmlRows } from './markup/xml-rows.ts';
import type { Field } from './mapping/field.ts';
import { createMapping, type Wanted } from './mapping/mapping.ts';
import { createQuality } from './quality.ts';
import { parseJson, placeOf, rowOutcome, type FileRow, type PostingLine } from './row-outcome.ts';
import { isKnownForm, sampleOf, valuesToMap, type SampleLimits } from './sample.ts';
import { HEADER_BYTES } from './table/limits.ts';
import type { GivenMarks } from './table/dialect.ts';
import type { Marks } from './table/scan.ts';
import { openTable } from './table/table.ts';

/** What a file was found to be. `beside`: what stands next to the list of postings in JSON, and is not read. */
type FileFormat =
  { kind: JsonLayout['kind'] | 'xml' | 'html'; beside?: readonly Field[] } | ({ kind: 'table' } & Marks);

export type OpenOptions = {
  /** The source of rows that name none. */
  defaultSource: string;
  /** The source of all rows, whatever they say. */
  source?: string;
  /** The country of rows that name no place, as ISO 3166-1 alpha-2. */
  country?: string;
  /** The columns that somebody chose. */
  wanted?: Wanted;
  /**
   * What comes first in a date of numbers; found in the first rows where it is not said. Null: nobody knows, and what
   * may be either is refused.
   */
  dates?: DayOrder | null;
  /** How a table is written, as far as that is known; the rest is found in its beginning. */
  marks?: GivenMarks;
  /**
   * The ids of the rows before, up to a million, by which those that have one of them as well are counted: of all
   * files that are loaded together, else of the file. Null: they are not.
   */
  seen?: Set<number> | null;
  /** The one kind of file that is taken; all where it is not said. */
  only?: 'table';
  /** Whether the blocks are only the beginning of a file: what their end cuts is left out. */
  part?: boolean;
  /** What is said of a zip, which is not opened here. */
  zip?: string;
  /** How much is looked at before the first line is given out. */
  sample?: SampleLimits;
  /** Called where a text without a byte order mark is no UTF-8. */
  onEncoding?: (encoding: Encoding) => void;
  /** Called where it is read in another encoding, which it declares. */
  onDeclared?: (encoding: string) => void;
};

async function* jsonRows(blocks: AsyncIterable<Buffer>, layout: JsonLayout) {
  for await (const record of jsonRecords(blocks, layout)) {
    if ('bytes' in record) yield record;
    else yield { ...record, faults: [{ path: '', message: record.fault }] };
  }
}

/** Files of Office are zips with these in them, the first at their beginning as a rule. */
const OFFICE = ['[Content_Types].xml', '_rels/.rels', 'xl/workbook.xml', 'word/document.xml'];

const zipText = (beginning: Buffer, zip: string): string =>
  OFFICE.some((name) => beginning.includes(name))
    ? 'is a workbook or document of Office: save it as CSV'
    : zip;

type OpenRows = { format: FileFormat; columns: string[]; firstLine: number; rows: AsyncGenerator<FileRow> };
const openRows = async (
  blocks: AsyncIterable<Buffer>,
  onEncoding: (encoding: Encoding) => void,
  options: Pick<OpenOptions, 'only' | 'part' | 'marks' | 'zip' | 'onDeclared'>,
): Promise<OpenRows> => {
  const {
    only,
    part = false,
    marks,
    onDeclared = () => {},
    zip = 'is a zip within something else, and not opened',
  } = options;
  const text = await peek(blocks, HEADER_BYTES);
  if (text.beginning.indexOf('PK\x03\x04') === 0) throw new Error(zipText(text.beginning, zip));
  const detected = detect(text.beginning.toString('latin1'), text.whole, marks);
  if (only !== undefined && detected.kind !== only)
    throw new Error('it is no table of two columns or more, whose first line names them');
  if (detected.kind === 'json') {
    const { layout } = detected;
    const rows = jsonRows(text.blocks, layout);
    const beside = layout.kind === 'below' ? layout.main.beside : [];
    const format = { kind: layout.kind, ...(beside.length > 0 && { beside }) };
    return { format, columns: [], firstLine: 1, rows };
  }
  if (detected.kind !== 'table') {
    const declared = declaredIn(text.beginning.toString('latin1'), detected.kind);
    const markup = guessed(text.blocks, onEncoding, { declared, onDeclared });
    const rows = detected.kind === 'xml' ? xmlRows(markup, detected.record) : htmlRows(markup);
    return { format: { kind: detected.kind }, columns: [], firstLine: 1, rows };
  }
  const { dialect } = detected;
  const table = await openTable(
    guessed(text.blocks, onEncoding, { newline: dialect.newline }),
    dialect,
    part,
  );
  const { delimiter, quote, escape, newline } = dialect;
  const format = { kind: 'table', delimiter, quote, escape, newline } as const;
  return { format, ...table };
};

/** All rows but the last, which the end may have cut; reading that fails there has reached it, or a bad letter. */
async function* wholeRows(rows: AsyncGenerator<FileRow>): AsyncGenerator<FileRow> {
  let last: FileRow | null = null;
  try {
    for await (const row of rows) {
      if (last) yield last;
      last = row;
    }
  } catch (error) {
    if (!(error instanceof TextFault)) return;
    if (last) yield last;
    throw error;
  }
}

/** The way to a list of postings in a row of JSON; null where there is none. */
const listIn = (row: FileRow): string | null => {
  const value = 'bytes' in row ? parseJson(row.bytes) : null;
  return typeof value === 'object' && value !== null ? postingsWithin(value) : null;
};

/** Whether a line begins as a JSON object does; a damaged one is none, and ingestion says so. */
const mayBePosting = (row: FileRow): boolean =>
  !('bytes' in row) || row.bytes.toString('latin1', 0, 100).trimStart().startsWith('{');

/**
 * Opens a file of postings by its contents: JSON (NDJSON, an array, an array below a key, one object), a table (CSV
 * and its like), a feed of RSS, Atom or other XML, or an HTML page with JSON-LD. Columns are found by the names that
 * people use for them.
 * @param blocks the file as text in UTF-8, without a byte order mark
 * @returns what it is, which column becomes which field, and the lines to send, one by one in constant memory
 * @throws Error where the first line of a table cannot name its columns, where it is a zip, a file of Office or in no
 *   encoding that is known, and where it is not what `only` asks for
 */
export const openPostings = async (blocks: AsyncIterable<Buffer>, options: OpenOptions) => {
  const opened = await openRows(blocks, options.onEncoding ?? (() => {}), options);
  const { format, columns, firstLine } = opened;
  const { sample, rows: all } = await sampleOf(
    options.part ? wholeRows(opened.rows) : opened.rows,
    options.sample,
  );
  const wanted = options.wanted ?? new Map();
  const first = sample.flatMap((row) => valuesToMap(row, wanted.size > 0) ?? []);
  const known = format.kind === 'table' ? columns : first.flatMap((values) => [...values.keys()]);
  const mapping = createMapping(known, wanted);
  const shown = first.map((values) => {
    const column =
      format.kind === 'table' ? mapping.columnOf('datePosted') : mapping.columnIn(values, 'datePosted');
    return column === undefined ? '' : String(values.get(column) ?? '');
  });
  const order = options.dates === undefined ? orderOf(shown) : options.dates;
  const quality = createQuality(options);
  const anyRows = sample.length > 0;
  // Rows of JSON that are postings already need no columns; damaged ones say nothing of the others.
  const isMapped = first.length > 0 && !sample.some((row) => isKnownForm(row, wanted.size > 0));
  const allMapped = format.kind === 'table' || isMapped;

  // Of a page of results on each line no column can be chosen.
  const lists = sample.map(listIn).find((way) => way !== null) ?? null;
  const isUnknown = format.kind === 'lines' && anyRows && !sample.some(mayBePosting);

  let [asIs, undecided] = [format.kind === 'lines', false];

  async function* lines(): AsyncGenerator<PostingLine> {
    for await (const row of all) {
      const unread: [column: string, value?: string][] = [];
      const outcome = rowOutcome(row, {
        ...{ mapping, dates: order, source: options.source ?? options.defaultSource },
        ...{ onlySource: options.source ?? null, country: options.country ?? null },
        onUnread: (column, value) => void unread.push([column, value]),
        onUndecided: () => void (undecided = true),
      });
      const isChanged = 'bytes' in row && !(outcome && 'bytes' in outcome && outcome.bytes === row.bytes);
      if (isChanged) asIs = false;
      if (outcome === null) continue;
      // Of what is refused, like a row of totals below the others, nobody has to know what it lacks.
      if ('posting' in outcome && outcome.posting && postingInput.safeParse(outcome.posting).success) {
        quality.add(outcome.posting, outcome.basis);
        for (const [column, value] of unread)
          quality.addUnread(column, { ...placeOf(row), ...(value !== undefined && { value }) });
      }
      yield outcome;
    }
  }
  return {
    format,
    mapping,
    /** The line that names the columns of a table; 1 for others. */
    firstLine,
    /** What comes first in dates of numbers; null where nothing shows it, both are shown, or nothing has to. */
    dates: order === 'both' ? null : order,
    lines: lines(),
    /** Whether there was a date that may be of two days, since nothing shows what comes first. */
    undecided: () => undecided,
    /** Whether it is NDJSON of which every line that was read goes as it is. */
    asIs: () => asIs,
    /** What the postings lack that were read so far. */
    quality: quality.now,
    /** The way to lists of postings in its values, which no choice of columns opens; null where there is none. */
    lists,
    /** Why nothing of the file can be loaded, in a sentence; null where something can. */
    problem: (): string | null => {
      if (isUnknown) return 'it is no table of two columns or more, no JSON, no XML and no HTML';
      const missing = [...mapping.missing().values()];
      if (missing.length > 0 && anyRows) return `there is no column ${missing.join(', ')}`;
      if (!allMapped || mapping.columnOf('description') !== undefined) return null;
      if (lists !== null)
        return `its values have lists of postings below "${lists}": give the elements of these alone`;
      return 'no column is known as the description of a posting';
    },
  };
};
