// How a text is cleaned up before it is stored and tagged. Without zod, so that a page can show what will be counted.

// Control characters except tab and line feed, and invisible ones: soft hyphen, zero-width marks, BOM.
// eslint-disable-next-line no-control-regex
const invisible = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u200b\u2060\ufeff]/g;

// Joiners, and marks of direction, form or annotation. Arabic, Hebrew, Indic scripts and emoji need them; between
// Latin letters, digits and the signs of an address they hide it, and nothing is seen of them.
const inLatin = String.raw`[\p{Script=Latin}\p{Nd}@＠.+()_%/:-]`;
const unseen = String.raw`[\p{Default_Ignorable_Code_Point}\ufff9-\ufffb]`;
const hiding = new RegExp(String.raw`${unseen}(?<=${inLatin}.)${unseen}*(?=${inLatin})`, 'gu');

// Most texts: nothing to strip, and already normalised.
const notPlain = /[^\t\n\u0020-\u007e]/;

// Every non-starter of Unicode is a mark, and no script puts thirty of them on one letter.
const MOST_MARKS = 30;

/**
 * Cuts each run of combining marks after the thirtieth, the limit of the stream-safe text format (UAX #15, 13).
 * Normalising sorts the marks of a run in quadratic time, so nothing is normalised before this.
 */
export const cutMarks = (text: string): string =>
  text.replace(/\p{M}+/gu, (run) =>
    // A mark has two UTF-16 units at most.
    run.length <= MOST_MARKS ? run : [...run.slice(0, 2 * MOST_MARKS)].slice(0, MOST_MARKS).join(''),
  );

/** A well-formed, NFC-normalised text whose lines end in "\n", without control or invisible characters. */
export const visibleText = (text: string): string => {
  if (!notPlain.test(text)) return text;
  const visible = text
    .toWellFormed()
    .replace(/\r\n?|[\u2028\u2029\u0085]/g, '\n')
    .replace(invisible, '');
  // Some marks decompose into two, so that a run may be too long again.
  return cutMarks(cutMarks(visible).normalize('NFC')).replace(hiding, '');
};

/** Normalises lines (one blank line at most, leading indentation as it is), collapses other white space, trims. */
const foldLines = (text: string): string => {
  let folded = text.replace(/[\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g, ' ');
  // Searching for a fixed text is many times faster than a pattern that does not match.
  if (folded.includes('  ')) folded = folded.replace(/(\S) {2,}/g, '$1 ');
  if (folded.includes(' \n')) folded = folded.replace(/(?<! ) +\n/g, '\n');
  if (folded.includes('\n\n\n')) folded = folded.replace(/\n{3,}/g, '\n\n');
  return folded.trim();
};

/**
 * A plain text as it is stored and tagged: NFC-normalised, without invisible characters, with its lines folded.
 * Cleaned again it is the same.
 */
export const plainTextOf = (text: string): string => foldLines(visibleText(text));

/** Where the title that is derived of a text is cut, in UTF-16 units. */
export const MAX_DERIVED_TITLE = 200;

/** The first line of a plain text, cut at `max` UTF-16 units. */
export const firstLine = (text: string, max: number): string => {
  const end = text.indexOf('\n');
  return text
    .slice(0, Math.min(end < 0 ? text.length : end, max))
    .toWellFormed()
    .trim();
};

/** A text as one line: for titles and names. */
export const oneLine = (text: string): string => visibleText(text).replace(/\s+/g, ' ').trim();
