/** What stands in a cell of a file: every digit of a number, and nothing where there is none. */
type Cell = string | number | null | undefined;
export type CsvRecord = Readonly<Record<string, Cell>>;

// A spreadsheet treats a text that begins like this as a formula, and runs it (OWASP, CSV Injection).
const FORMULA = /^[=+\-@\t\r]/;
const SPECIAL = /[",\r\n]/;

const textOf = (cell: Cell): string => {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'number') return String(cell);
  const safe = FORMULA.test(cell) ? `'${cell}` : cell;
  return SPECIAL.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

/** Records as CSV (RFC 4180): a line of the names of their fields, and a line each. */
export const csvOf = (records: readonly CsvRecord[]): string => {
  const columns = [...new Set(records.flatMap((record) => Object.keys(record)))];
  const lines = [
    columns.map(textOf),
    ...records.map((record) => columns.map((name) => textOf(record[name]))),
  ];
  return lines.map((cells) => `${cells.join(',')}\r\n`).join('');
};
