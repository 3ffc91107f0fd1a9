import type { Source } from '../matching/source.ts';
import { wordAfter, wordBefore, type Span } from './words.ts';

/** Maximum distance of a negating word before a place, in code units. */
export const REFUSING_REACH = 40;
const refusing = new Set(['no', 'not', 'without', 'non', 'never', 'neither', 'nor']);
const filling = new Set(['prior', 'previous', 'any', 'need', 'use', 'using', 'require', 'know', 'a', 'for']);
const LONGEST = Math.max(...[...refusing, ...filling].map(({ length }) => length));
// "You don't need", "we won't use": these negate only with a verb after them.
const declined = new Set([
  "don't",
  "doesn't",
  "won't",
  'don’t',
  'doesn’t',
  'won’t',
  'cannot',
  "needn't",
  'needn’t',
]);
const BLANK = 0x20;
const leading = new Set(['is', 'are', 'not', 'experience', 'knowledge', 'skill', 'skills']);
const notAsked =
  /^(?:\s+(?:experience|knowledge|skills?))?\s+(?:is|are)\s+(?:not|n['’]t)\s+(?:needed|required|necessary|used|a must|mandatory)\b|^(?:\s+(?:experience|knowledge|skills?))\s+(?:not )?(?:needed|required)\s*[:?]?\s*no\b|^\s+not (?:needed|required|necessary)\b/i;

const wordAt = (text: string, start: number, end: number) => text.slice(start, end).toLowerCase();
// A full stop or a new line ends the scope of a negation; so does a colon, after which an answer begins.
const isApart = (text: string, from: number, to: number): boolean => /[.:;!?\n]/.test(text.slice(from, to));

const refusalBefore = (source: Source, start: number, last: Span): Span | null => {
  const { text } = source;
  const least = Math.max(0, start - REFUSING_REACH);
  if (last.start === last.end || last.end - last.start > LONGEST) return null;
  const word = wordAt(text, last.start, last.end);
  const refused = refusing.has(word);
  if (!(refused || filling.has(word)) || isApart(text, last.end, start)) return null;
  if (refused) return last;
  const other = wordBefore(source, last.start, least);
  if (other.start === other.end || isApart(text, other.end, last.start)) return null;
  const earlier = wordAt(text, other.start, other.end);
  return declined.has(earlier) || refusing.has(earlier) ? { start: other.start, end: last.end } : null;
};

const refusalAfter = (source: Source, end: number): Span | null => {
  const { text, units } = source;
  if (units[end] !== BLANK) return null;
  const { start, end: stop } = wordAfter(source, end, Math.min(text.length, end + REFUSING_REACH));
  if (!leading.has(wordAt(text, start, stop))) return null;
  const said = notAsked.exec(text.slice(end, end + REFUSING_REACH));
  return said && { start, end: end + said[0].length };
};

/**
 * The words around a place that say that it is not required: "no Java", "without Docker", "PHP is not needed"; null
 * where there are none.
 * @param last the word before it
 */
export const negationOf = (source: Source, { start, end }: Span, last: Span): Span | null =>
  refusalBefore(source, start, last) ?? refusalAfter(source, end);

/** Whether only "or", "nor" or a slash is between two places: a negation of the first then covers the second. */
export const isAlternative = (text: string, end: number, start: number): boolean =>
  start - end <= 6 && /^\s*(?:\/|,?\s*(?:or|nor))\s*$/.test(text.slice(end, start));
