import { scan, type Marks } from './scan.ts';

/** What is known of how a table is written; an empty quote for none. */
export type GivenMarks = { [Mark in 'delimiter' | 'quote' | 'escape']?: string | undefined };

/** How a table is written. `skipLines`: those before the names of its columns. */
export type Dialect = Marks & { skipLines: number };

const delimiters = [',', ';', '\t', '|'];
const MOST_LOOKED_AT = 50;
// The first line of Excel, where the delimiter is not that of the reader's country.
const hint = /^sep=([,;|\t])\r?\n/i;

/** Whether a text begins with a line that names the delimiter of a table. */
export const isHinted = (text: string): boolean => hint.test(text);

/** How many characters that may be delimiters a line has. */
export const delimiterCount = (line: string): number =>
  [...line].filter((char) => delimiters.includes(char)).length;

const quoteOf = (text: string): string => {
  const firstLine = text.slice(0, text.indexOf('\n') + 1 || text.length).trim();
  const single = firstLine.startsWith("'") && firstLine.endsWith("'") && firstLine.length > 1;
  return single && !text.includes('"') ? "'" : '"';
};

// `\"` stands for a quote where quotes are never doubled.
const escapeOf = (text: string, quote: string): string =>
  text.includes(`\\${quote}`) && !/[^,;|\t\n\r\\]""/.test(text) ? '\\' : quote;

/** The line end of a text by its first one outside of quotes: of a part of a table whose marks are known. */
const firstNewline = (text: string, quote: string): string => {
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at]!;
    if (char === quote) quoted = !quoted;
    else if (!quoted && char === '\n') return '\n';
    else if (!quoted && char === '\r') return text[at + 1] === '\n' ? '\n' : '\r';
  }
  return '\n';
};
const newlineOf = (text: string): string => (text.includes('\n') || !text.includes('\r') ? '\n' : '\r');

/**
 * How a table is written, by its first lines: the delimiter that gives most records the number of cells that the first
 * has, then the one that gives it the most.
 * @param beginning some of it, at least its first line
 * @param whole whether that is all of it
 * @param given what is known already, and not looked for; with a delimiter any first line is one of a table
 * @returns null where no delimiter makes two columns of the first line
 */
export const dialectOf = (beginning: string, whole: boolean, given: GivenMarks = {}): Dialect | null => {
  const hinted = hint.exec(beginning);
  const text = hinted ? beginning.slice(hinted[0].length) : beginning;
  const quote = given.quote ?? quoteOf(text);
  const escape = quote === '' ? '' : (given.escape ?? escapeOf(text, quote));
  const newline = given.delimiter === undefined ? newlineOf(text) : firstNewline(text, quote);
  const known = given.delimiter ?? hinted?.[1];
  const candidates = (known === undefined ? delimiters : [known]).flatMap((delimiter) => {
    const marks = { delimiter, quote, escape, newline };
    const { cells } = scan(text, marks, whole, MOST_LOOKED_AT);
    // A first line that is longer than the beginning has at least these.
    const columns = cells[0] ?? timesIn(text, delimiter) + 1;
    if (columns < 2 && given.delimiter === undefined) return [];
    return [
      { marks, columns, even: cells.filter((count) => count === columns).length / (cells.length || 1) },
    ];
  });
  const [best] = candidates.sort((a, b) => b.even - a.even || b.columns - a.columns);
  return best ? { ...best.marks, skipLines: hinted ? 1 : 0 } : null;
};

const timesIn = (text: string, delimiter: string): number => text.split(delimiter).length - 1;
