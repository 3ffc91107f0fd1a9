import { isWordAt } from '../matching/boundaries.ts';
import type { Source } from '../matching/source.ts';

/** A word's place in a text; empty when there is none. */
export type Span = { start: number; end: number };

// Signs that belong to words here: "C++", "node.js", "don't".
const joins = (unit: number): boolean => unit === 0x27 || unit === 0x2019 || unit === 0x2b || unit === 0x23;

const inWord = (source: Source, index: number): boolean =>
  isWordAt(source, index) || joins(source.units[index]!);

/** The word that ends before `index`, nothing further away than `least`. */
export const wordBefore = (source: Source, index: number, least: number): Span => {
  let end = index;
  while (end > least && !inWord(source, end - 1)) end--;
  let start = end;
  while (start > least && inWord(source, start - 1)) start--;
  return { start, end };
};

/** The word that begins at `index` or after it, nothing further away than `most`. */
export const wordAfter = (source: Source, index: number, most: number): Span => {
  let start = index;
  while (start < most && !inWord(source, start)) start++;
  let end = start;
  while (end < most && inWord(source, end)) end++;
  return { start, end };
};
