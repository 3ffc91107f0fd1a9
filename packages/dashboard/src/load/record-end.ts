/** How a table is written, as a preview says. */
export type Marks = { delimiter: string; quote: string; escape: string; newline: string };

/** An end of a record, null where there is none; `isFull`: whether as much was looked at as was asked for. */
export type RecordEnd = { end: number | null; isFull: boolean };

/**
 * Where a record ends in a text that begins with one, behind its line end; each character is looked at once.
 * @param atLeast the end that is looked for is the last one up to there, else the first behind it; 0 for the first
 * @param most the most records before it
 * @param mostLines the most lines that are looked at, also within quotes
 */
export const recordEnd = (
  text: string,
  { delimiter, quote, escape, newline }: Marks,
  atLeast: number,
  most = Infinity,
  mostLines = Infinity,
): RecordEnd => {
  let [quoted, inCell] = [false, false];
  let [records, lines] = [0, 0];
  let last: number | null = null;
  for (let at = 0; at < text.length; at += 1) {
    if (last !== null && (at >= atLeast || records === most)) return { end: last, isFull: true };
    const char = text[at]!;
    if (char === newline) lines += 1;
    if (lines > mostLines) return { end: last, isFull: true };
    if (quoted) {
      if (char === escape && (escape !== quote || text[at + 1] === quote)) at += 1;
      else if (char === quote) quoted = false;
    } else if (char === newline) {
      last = at + 1;
      records += 1;
      inCell = false;
    } else if (char === delimiter) inCell = false;
    else if (char === quote && !inCell) [quoted, inCell] = [true, true];
    else inCell ||= char.trim() !== '';
  }
  return { end: last, isFull: last !== null && (text.length >= atLeast || records === most) };
};
