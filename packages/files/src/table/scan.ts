/** How a table is written. `escape` goes before a quote within quotes: another one, or a backslash. */
export type Marks = { delimiter: string; quote: string; escape: string; newline: string };
/** Where something is in a text: its line from 0, and its cell in the record from 0. */
export type ScanPlace = { line: number; cell: number };
export type Scanned = {
  /** How many cells each complete record has; blank lines are none. */
  cells: number[];
  /** Where a quote is opened that nothing closes, or that is closed in the middle of a cell. */
  unclosed: ScanPlace | null;
};

/**
 * Counts the cells of the records at the beginning of a text, and finds the first quote that is not closed as it
 * should be. Each character is looked at once.
 * @param whole whether the text ends with a record, complete without a line end
 * @param most how many records are counted
 */
export const scan = (text: string, marks: Marks, whole: boolean, most = Infinity): Scanned => {
  const { delimiter, quote, escape, newline } = marks;
  const cells: number[] = [];
  let [cell, line] = [0, 0];
  let opened: ScanPlace | null = null;
  let unclosed: ScanPlace | null = null;
  let [inCell, any] = [false, false];
  for (let at = 0; at < text.length && cells.length < most; at += 1) {
    const char = text[at]!;
    if (char === newline) line += 1;
    if (opened) {
      if (char === escape && (escape !== quote || text[at + 1] === quote)) at += 1;
      else if (char === quote) {
        const next = text[at + 1];
        if (![delimiter, newline, '\r', undefined].includes(next)) unclosed ??= opened;
        opened = null;
      }
      continue;
    }
    if (char === newline) {
      if (any) cells.push(cell + 1);
      [cell, inCell, any] = [0, false, false];
    } else if (char === delimiter) {
      cell += 1;
      [inCell, any] = [false, true];
    } else if (char === quote && !inCell) {
      opened = { line, cell };
      [inCell, any] = [true, true];
    } else if (char !== '\r') {
      // A blank before a quote is none of the cell.
      inCell ||= char !== ' ' && char !== '\t';
      any = true;
    }
  }
  if (whole && any && cells.length < most) cells.push(cell + 1);
  return { cells, unclosed: unclosed ?? opened };
};
