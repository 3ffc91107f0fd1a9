import { markOf } from './mask.ts';

// Each part is bounded (RFC 5321, 4.5.3.1), so that a search costs no more than a constant for each character.
const LABEL = String.raw`[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?`;
const END = String.raw`(?![\p{L}\p{N}])`;
const MOST_LOCAL = 64;
const isLocal = /[\p{L}\p{N}._%+'-]/u;

/** What separates the two halves, and the domain. Written to hide it from programs: "jane (at) acme [dot] example". */
const DOT = String.raw`(?:\.|\s{0,2}(?:[[({<]\s?(?:dot|d|\.|punkt|punto)\s?[\])}>]|_dot_|-dot-|\b(?:DOT|dot)\b)\s{0,2})`;
// The sign as it is said, in German and Spanish; before a domain these are no other words.
const SPOKEN = '(?:[äæÄÆ][tT]|[Kk]lammeraffe|[Aa]rroba)';
// A link encodes the sign, and keyboards of Asia write it wide.
const plain = new RegExp(String.raw`(?:[@＠]{1,2}|%40)(?:${LABEL}${DOT}){1,6}\p{L}{2,24}${END}`, 'gu');
const hidden = new RegExp(
  String.raw`[ \u00a0]{0,2}(?:[[({<]\s?(?:at|@|a|${SPOKEN})\s?[\])}>]|[_-]at[_-]|\bAT\b|(?<= )${SPOKEN}(?= ))\s{0,2}(?:${LABEL}${DOT}){1,4}\p{L}{2,12}${END}`,
  'gu',
);
// In small letters the words are English: both of them and a usual ending together make an address.
const ENDINGS = String.raw`(?:com|org|net|io|co|ai|dev|app|edu|info|biz|me|tv|eu|us|uk|de|fr|es|it|nl|pl|ch|at|be|se|no|dk|fi|ie|in|au|ca|br|jp|ru|cz|pt|example)`;
const spelled = new RegExp(String.raw` at (?:[a-z0-9-]{1,40} dot ){1,3}${ENDINGS}${END}`, 'gu');
// "Engineer @ Booking.com" names an employer, and "look at node.js" a skill: with blanks it takes small letters, an
// ending that is no file's, and right before it words that ask to write.
const spaced = new RegExp(
  String.raw` (?:@ ?|at )(?:[a-z0-9-]{1,40}\.){1,3}(?!(?:js|ts|py|rb|rs|sh|md)(?![a-z]))[a-z]{2,12}(?![\p{L}\p{N}/])`,
  'gu',
);
const asksToWrite =
  /(?<![\p{L}[])(?:e-?mail(?:ing)?|contact(?:ing)?|write|reach(?: out)?|resumes?|cvs?|apply|ping|message)(?:,? (?:us|me|him|her|to|at|via|directly|your|our|resume|cv|applications?))*:? ?$/iu;
const CUE_CHARS = 60;
const signs = ['@', '＠', '%40'];
/** What stands before the last word of "jane dot m dot doe at boats dot example". */
const spelledBegin = /(?<![\p{L}\p{N}])(?:[a-z0-9_-]{1,20} dot ){1,3}$/u;

/** Where the part before a separator begins; `at` where there is none. */
const localFrom = (text: string, from: number, at: number): number => {
  let begin = at;
  const least = Math.max(from, at - MOST_LOCAL);
  while (begin > least && isLocal.test(text[begin - 1]!)) begin -= 1;
  while (begin < at && !/[\p{L}\p{N}]/u.test(text[begin]!)) begin += 1;
  return begin;
};

/** The same of one that is spelled out. */
const spelledFrom = (text: string, from: number, at: number): number => {
  const begin = localFrom(text, from, at);
  const before = text.slice(Math.max(from, begin - MOST_LOCAL), begin);
  return begin === at ? at : begin - (spelledBegin.exec(before)?.[0].length ?? 0);
};

/** Replaces each match together with the word before it, where that word is one and `holds` agrees. */
const replaceWithLocal = (
  text: string,
  pattern: RegExp,
  mark: () => string,
  holds: (local: string, before: string) => boolean = () => true,
  from = localFrom,
): string => {
  let [out, end] = ['', 0];
  for (const match of text.matchAll(pattern)) {
    const begin = from(text, end, match.index);
    const local = text.slice(begin, match.index);
    if (local === '' || !holds(local, text.slice(Math.max(0, begin - CUE_CHARS), begin))) continue;
    out += text.slice(end, begin) + mark();
    end = match.index + match[0].length;
  }
  return end === 0 ? text : out + text.slice(end);
};

/**
 * Replaces e-mail addresses, also those that are written to hide them from programs.
 * @param onMasked called for each
 */
export const maskEmails = (text: string, onMasked: () => void): string => {
  const mark = () => (onMasked(), markOf('email'));
  const asked = (local: string, before: string) => local === local.toLowerCase() && asksToWrite.test(before);
  // Most texts have no "@": a fixed text is found many times faster than a pattern.
  const found = signs.some((sign) => text.includes(sign)) ? replaceWithLocal(text, plain, mark) : text;
  const shown = replaceWithLocal(
    replaceWithLocal(found, hidden, mark),
    spelled,
    mark,
    undefined,
    spelledFrom,
  );
  return replaceWithLocal(shown, spaced, mark, asked);
};

/** Whether a text holds an e-mail address. */
export const holdsEmail = (text: string): boolean => maskEmails(text, () => {}) !== text;
