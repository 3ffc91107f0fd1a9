import { wordUnits } from '../matching/automaton.ts';
import type { Source } from '../matching/source.ts';

/** The span of a word in a text; empty when there is none. */
export type Span = { start: number; end: number };

// Characters that belong to words here: "C++", "node.js", "don't".
const joins = [0x27, 0x2019, 0x2b, 0x23];
const inWord = Uint8Array.from(wordUnits, (kind, unit) => (kind !== 0 || joins.includes(unit) ? 1 : 0));

/** Returns the last word before `index`, not before `least`. */
export const wordBefore = ({ units }: Source, index: number, least: number): Span => {
  let end = index;
  while (end > least && inWord[units[end - 1]!] === 0) end--;
  let start = end;
  while (start > least && inWord[units[start - 1]!] === 1) start--;
  return { start, end };
};

/** Returns the first word from `index` on, not after `most`. */
export const wordAfter = ({ units }: Source, index: number, most: number): Span => {
  let start = index;
  while (start < most && inWord[units[start]!] === 0) start++;
  let end = start;
  while (end < most && inWord[units[end]!] === 1) end++;
  return { start, end };
};
