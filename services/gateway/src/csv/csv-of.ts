import { PAY_UNIT } from '@skillstream/contracts';

type Cell = string | number | boolean | null;
type Row = Map<string, Cell>;

/** The list that a response is about, by its name in the response. */
const lists = ['skills', 'months', 'pairs', 'groups', 'roles', 'claims', 'reports', 'sources'];

// A spreadsheet treats a text that begins like this as a formula, and runs it (OWASP, CSV Injection).
const FORMULA = /^[=+\-@\t\r]/;
const SPECIAL = /[",\r\n]/;

const textOf = (cell: Cell | undefined): string => {
  if (cell === null || cell === undefined) return '';
  if (typeof cell !== 'string') return String(cell);
  const safe = FORMULA.test(cell) ? `'${cell}` : cell;
  return SPECIAL.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

// Objects become columns of their own (`a.count`); lists in a cell are left out: a table has no place for them.
const flatten = (value: object, prefix: string, row: Row): Row => {
  for (const [name, inner] of Object.entries(value)) {
    if (Array.isArray(inner)) continue;
    if (typeof inner === 'object' && inner !== null) flatten(inner as object, `${prefix}${name}.`, row);
    else row.set(`${prefix}${name}`, inner as Cell);
  }
  return row;
};

// Which postings were counted; of a comparison both sides are of the same.
const originIn = ({ filter, a }: Record<string, unknown>): Cell | undefined => {
  const { origin } = (filter ?? (a as { filter?: object } | undefined)?.filter ?? {}) as { origin?: string };
  return origin;
};

// Of what the shares and counts are; its totals in both units are columns of each line.
const countedIn = ({ counted }: Record<string, unknown>): Cell | undefined => counted as Cell | undefined;

// What a skill pays is no list, but two groups of postings: those with it and those without. How many state a pay has
// no column `postings` there: that one names the group.
const groupOf = (group: string, pay: object): object => {
  const { postings, jobs, ...rest } = pay as Record<string, Cell>;
  const both = postings === undefined ? {} : { 'count.postings': postings, 'count.jobs': jobs };
  return { postings: group, ...rest, ...both };
};
const groupsOf = ({ with: those, without }: Record<string, unknown>): object[] | null =>
  those && without ? [groupOf('with', those), groupOf('without', without)] : null;

// Quantiles of pay, whatever they are grouped by.
const isPay = (entry: object): boolean => 'p10' in entry && 'median' in entry;

const entriesOf = (response: Record<string, unknown>): object[] | null => {
  const name = lists.find((list) => Array.isArray(response[list]));
  return name === undefined ? groupsOf(response) : (response[name] as object[]);
};

/**
 * A response as CSV (RFC 4180): a header line, and a line for each entry of the list that it is about. The last column
 * says of which origin the counted postings are: a table has no other place for it, and the sample is made up. Before
 * it stands whether postings or jobs were counted, and of pay the currency and period, for the same reason.
 * @returns null where a response has no such list
 */
export const csvOf = (response: Record<string, unknown>): string | null => {
  const entries = entriesOf(response);
  if (entries === null) return null;
  const [counted, origin] = [countedIn(response), originIn(response)];
  const rows = entries.map((entry) => {
    const row = flatten(isPay(entry) ? { ...entry, ...PAY_UNIT } : entry, '', new Map());
    if (counted !== undefined) row.set('counted', counted);
    return origin === undefined ? row : row.set('origin', origin);
  });
  const columns = [...new Set(rows.flatMap((row) => [...row.keys()]))];
  const lines = [columns, ...rows.map((row) => columns.map((column) => row.get(column)))];
  return lines.map((cells) => `${cells.map(textOf).join(',')}\r\n`).join('');
};
