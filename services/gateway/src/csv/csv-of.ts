type Cell = string | number | boolean | null;
type Row = Map<string, Cell>;

/** The lists that answers to questions are about, by their name in the answer. */
const lists = ['skills', 'months', 'pairs', 'groups', 'roles', 'claims', 'reports'];

// A spreadsheet takes a text that begins so for a formula, and carries it out (OWASP, CSV Injection).
const FORMULA = /^[=+\-@\t\r]/;
const SPECIAL = /[",\r\n]/;

const textOf = (cell: Cell | undefined): string => {
  if (cell === null || cell === undefined) return '';
  if (typeof cell !== 'string') return String(cell);
  const safe = FORMULA.test(cell) ? `'${cell}` : cell;
  return SPECIAL.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

// Objects become columns of their own (`a.count`), lists in a cell are left out: a table has no place for them.
const flatten = (value: object, prefix: string, row: Row): Row => {
  for (const [name, inner] of Object.entries(value)) {
    if (Array.isArray(inner)) continue;
    if (typeof inner === 'object' && inner !== null) flatten(inner as object, `${prefix}${name}.`, row);
    else row.set(`${prefix}${name}`, inner as Cell);
  }
  return row;
};

/**
 * An answer as CSV (RFC 4180): a line for each entry of the list that it is about, under a line of names.
 * @returns null where an answer has no such list
 */
export const csvOf = (response: Record<string, unknown>): string | null => {
  const name = lists.find((list) => Array.isArray(response[list]));
  if (name === undefined) return null;
  const rows = (response[name] as object[]).map((entry) => flatten(entry, '', new Map()));
  const columns = [...new Set(rows.flatMap((row) => [...row.keys()]))];
  const lines = [columns, ...rows.map((row) => columns.map((column) => row.get(column)))];
  return lines.map((cells) => `${cells.map(textOf).join(',')}\r\n`).join('');
};
