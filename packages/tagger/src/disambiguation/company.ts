import { fold } from '../matching/fold.ts';
import type { Source } from '../matching/source.ts';
import { spellings } from '../taxonomy/spellings.ts';
import type { Skill } from '../taxonomy/taxonomy.ts';
import { wordBefore, type Span } from './words.ts';

// Legal forms at the end of a name.
const suffix =
  /[\s,]+(inc|incorporated|llc|ltd|limited|gmbh|ag|se|corp|corporation|co|company|labs?|technologies|software|hq|\.com|plc|s\.?a\.?|b\.?v\.?|ab|oy)\.?$/i;

/** Returns a company's name without its legal form, in lower case. */
const bareName = (name: string): string => {
  const shorter = name.trim().replace(suffix, '');
  return shorter === name.trim() ? fold(shorter) : bareName(shorter);
};

/** Creates a lookup of the skill with a company's name; null when there is none. Built once for each taxonomy. */
export const createNamesakes = (skills: readonly Skill[]): ((organization: string) => string | null) => {
  const ids = new Map<string, string>();
  for (const { id, forms } of skills)
    for (const { text } of forms) for (const spelling of spellings(text)) ids.set(fold(spelling), id);
  return (organization) => ids.get(bareName(organization)) ?? null;
};

/** How far such a list is followed backwards, in code units and in names. */
const REACH = 160;
const NAMES = 10;
// The words that can precede such a list: for most places the first word decides.
const last = new Set(['like', 'as', 'include', 'including', 'by', 'from', 'at', 'of', 'ex', 'partners']);
const cue =
  /\b(?:(?:customers|clients|companies|brands|partners|investors|startups|organi[sz]ations|firms)(?:,? such as| like|[,:]?(?: —)? includ(?:e|ing)| are|:)|customers include (?:\w+ ){1,3}like|integrations? with (?:\w+ ){1,2}(?:like|such as)|(?:backed|founded|trusted|used|loved|acquired|funded) by|(?:executives|leaders|alumni|veterans|founders|creators) (?:from|of|at)|\bex)[ :-]*$/i;

const isName = ({ units }: Source, start: number): boolean => {
  const first = units[start]!;
  return (first >= 0x41 && first <= 0x5a) || (first >= 0x30 && first <= 0x39);
};

const cueIn = (text: string, from: number, to: number): Span | null => {
  const found = cue.exec(text.slice(from, to));
  // Without what stands between the cue and the names.
  return found && { start: from + found.index, end: from + found.index + found[0].search(/[ :-]*$/) };
};

/**
 * The words that make a name one of a list of companies: customers, backers, partners ("companies like Replit, Clay
 * and Cloudflare", "ex-AWS"); null where there are none. Their products are not required.
 * @param before the word before it
 */
export const companyCueOf = (source: Source, start: number, before: Span): Span | null => {
  if (!isName(source, start)) return null;
  const { text } = source;
  const least = Math.max(0, start - REACH);
  let at = start;
  let span = before;
  for (let names = 0; names <= NAMES; names++) {
    const { start: from, end } = span;
    if (from === end || /[.!?\n;(]/.test(text.slice(end, at))) return null;
    const word = text.slice(from, end);
    if (last.has(word.toLowerCase())) return cueIn(text, least, at);
    if (!isName(source, from) && word !== 'and' && word !== 'or') return null;
    at = from;
    span = wordBefore(source, at, least);
  }
  return null;
};
