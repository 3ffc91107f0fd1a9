import type { ValidationIssue } from '@skillstream/contracts';
import { peek } from '../bytes/peek.ts';
import type { Dialect } from './dialect.ts';
import { HEADER_BYTES, MAX_ROW_BYTES, MOST_COLUMNS } from './limits.ts';
import { tableRows, type TableRow } from './rows.ts';

/** A row by the names of its columns, or what is wrong with it; an issue's path is a column. */
export type NamedRow = { line: number } & ({ values: Map<string, string> } | { faults: ValidationIssue[] });

/** Names for all columns, each of them once: an empty name and a second column of a name get their number. */
const columnsOf = (cells: readonly string[]): string[] => {
  const seen = new Set<string>();
  return cells.map((cell, index) => {
    const name = cell.replaceAll('\ufeff', '').trim();
    const own = name === '' || seen.has(name) ? `${name} (column ${index + 1})`.trim() : name;
    seen.add(own);
    return own;
  });
};

const raggedAt = (cells: readonly string[], columns: readonly string[]): ValidationIssue | null => {
  if (cells.length < columns.length) {
    const path = columns[cells.length]!;
    return { path, message: `is missing: the row has ${cells.length} of ${columns.length} columns` };
  }
  const more = cells.slice(columns.length).some((cell) => cell.trim() !== '');
  return more
    ? { path: '', message: `has ${cells.length} columns, and the first line names ${columns.length}` }
    : null;
};

const namedRow = (row: TableRow, columns: readonly string[]): NamedRow => {
  const { line } = row;
  if ('fault' in row) return { line, faults: [{ path: columns[row.cell ?? -1] ?? '', message: row.fault }] };
  const ragged = raggedAt(row.cells, columns);
  if (ragged) return { line, faults: [ragged] };
  return { line, values: new Map(columns.map((column, index) => [column, row.cells[index]!])) };
};

const isBlankRow = (row: TableRow): boolean =>
  'cells' in row && row.cells.every((cell) => cell.trim() === '');

async function* behindLines(blocks: AsyncIterable<Buffer>, newline: string, lines: number) {
  let open = lines;
  for await (const block of blocks) {
    let start = 0;
    for (; open > 0; open -= 1) {
      const end = block.indexOf(newline, start);
      if (end === -1) break;
      start = end + 1;
    }
    if (open === 0) yield block.subarray(start);
  }
}

/**
 * Opens a table whose first row names its columns.
 * @param part whether the blocks are only the beginning of a table
 * @returns these names, and the rows behind it
 * @throws Error where the first row cannot be read, is longer than 64 KiB, or names more than 1,000 columns
 */
export const openTable = async (blocks: AsyncIterable<Buffer>, dialect: Dialect, part = false) => {
  const text = await peek(blocks, HEADER_BYTES);
  if (!text.whole && !text.beginning.includes(dialect.newline))
    throw new Error(`line 1 has to name the columns, and is longer than ${HEADER_BYTES} bytes`);
  const source = behindLines(text.blocks, dialect.newline, dialect.skipLines);
  const rows = tableRows(source, dialect, 1 + dialect.skipLines, MAX_ROW_BYTES, part);
  const first = await rows.next();
  if (first.done) return { columns: [], firstLine: 1, rows: emptyRows() };
  const { line } = first.value;
  if ('fault' in first.value)
    throw new Error(`line ${line} has to name the columns, and ${first.value.fault}`);
  const columns = columnsOf(first.value.cells);
  if (columns.length > MOST_COLUMNS)
    throw new Error(`line ${line} names ${columns.length} columns, of ${MOST_COLUMNS} at most`);
  return { columns, firstLine: line, rows: named(rows, columns) };
};

async function* emptyRows(): AsyncGenerator<NamedRow> {}
async function* named(rows: AsyncGenerator<TableRow>, columns: readonly string[]) {
  // Spreadsheets write rows that somebody has emptied.
  for await (const row of rows) if (!isBlankRow(row)) yield namedRow(row, columns);
}
