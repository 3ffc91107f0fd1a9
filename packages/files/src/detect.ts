import { arrayBelowKey } from './json/array-below.ts';
import type { JsonLayout } from './json/records.ts';
import { recordNameOf } from './markup/record-name.ts';
import { delimiterCount, dialectOf, isHinted, type Dialect, type GivenMarks } from './table/dialect.ts';

export type Detected =
  | { kind: 'json'; layout: JsonLayout }
  | { kind: 'table'; dialect: Dialect }
  /** `record`: the name of the elements that are postings. */
  | { kind: 'xml'; record: string }
  | { kind: 'html' };

const nonBlankLines = (text: string, most: number): string[] => {
  const found: string[] = [];
  for (let at = 0; at < text.length && found.length < most;) {
    const end = text.indexOf('\n', at);
    const line = text.slice(at, end === -1 ? text.length : end);
    if (line.trim() !== '') found.push(line);
    at = end === -1 ? text.length : end + 1;
  }
  return found;
};

const htmlAtFirst = /^<(?:!doctype\s+html|html|head|body|script|div|meta|link)[\s>]/i;
const LONGEST_TAG = 64;

/** Where the first element begins, behind a declaration, comments and blanks; each character is looked at once. */
const firstElementAt = (text: string): number => {
  const behind = (end: string, from: number): number => {
    const found = text.indexOf(end, from);
    return found < 0 ? text.length : found + end.length;
  };
  let at = 0;
  for (;;) {
    while (at < text.length && text[at]!.trim() === '') at += 1;
    if (text.startsWith('<!--', at)) at = behind('-->', at);
    else if (text.startsWith('<?', at)) at = behind('>', at);
    else return at;
  }
};

/** Whether the first element is HTML's; a feed may have scripts in its texts. */
const isHtml = (beginning: string): boolean => {
  const at = firstElementAt(beginning);
  return htmlAtFirst.test(beginning.slice(at, at + LONGEST_TAG));
};
const json = (kind: 'lines' | 'array' | 'object') => ({ kind: 'json', layout: { kind } }) as const;

/**
 * The format of a file by its beginning, whatever its name is.
 * @param beginning the first characters of it; a file may be one line
 * @param whole whether that is all of it
 * @param given how a table is written, as somebody says; with a delimiter it is one
 */
export const detect = (beginning: string, whole: boolean, given: GivenMarks = {}): Detected => {
  if (isHinted(beginning) || given.delimiter !== undefined) {
    const dialect = dialectOf(beginning, whole, given);
    return dialect ? { kind: 'table', dialect } : json('lines');
  }
  // A tab at the end of a line is a delimiter.
  const [firstLine = '', secondLine = ''] = nonBlankLines(beginning, 2);
  const [first, second] = [firstLine.trim(), secondLine.trim()];
  if (first.startsWith('<'))
    return isHtml(beginning) ? { kind: 'html' } : { kind: 'xml', record: recordNameOf(beginning) };
  if (first.startsWith('[')) return json('array');
  const isLines = first.endsWith('}') && second.startsWith('{');
  const below = first.startsWith('{') && !isLines ? arrayBelowKey(beginning) : null;
  if (below !== null) return { kind: 'json', layout: { kind: 'below', main: below } };
  // A first line of NDJSON that is cut has another value behind it.
  const isBroken = first.startsWith('{') && !first.endsWith('}');
  if (first === '{' || (isBroken && second !== '' && !second.startsWith('{'))) return json('object');
  // A first line that is damaged makes no table of NDJSON.
  if (first.startsWith('{') || second.startsWith('{') || delimiterCount(firstLine) === 0)
    return json('lines');
  const dialect = dialectOf(beginning, whole, given);
  return dialect ? { kind: 'table', dialect } : json('lines');
};
