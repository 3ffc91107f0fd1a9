import { markOf } from './mask.ts';

// Each part is bounded (RFC 5321, 4.5.3.1), so that a search costs no more than a constant for each character.
const LABEL = String.raw`[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?`;
const END = String.raw`(?![\p{L}\p{N}])`;
/** What is longer than 64 is no valid address, but its rest would still be a name. */
const MOST_LOCAL = 320;
// Chinese and Japanese sentences have no blanks: of their letters no more are taken than a valid address has.
const MOST_FOREIGN = 64;
const isLocal = /[\p{L}\p{N}._%+'-]/u;
/** What stands before "y@acme.example" in "jane+x=y@acme.example"; without the plus it is a field of an address. */
const tagBegin = /[a-z0-9._-]{1,64}\+[a-z0-9._+-]{0,64}=$/i;
const MOST_TAG = 130;

/** The words in small letters, in capitals, or mixed: the flag `i` would make English of the others. */
const anyCase = (...words: string[]): string =>
  words.join('|').replace(/\p{L}/gu, (letter) => `[${letter.toLowerCase()}${letter.toUpperCase()}]`);

/** Brackets as people write them to hide an address, also as keyboards of Asia have them. */
const OPEN = String.raw`[[({<（［｛＜【〔「]{1,2}\s?`;
const CLOSE = String.raw`\s?[\])}>）］｝＞】〕」]{1,2}`;
// Chinese and Japanese end a sentence with "。".
const POINT = '(?:[.．․﹒]|[。｡](?=[A-Za-z0-9]))';
/** What separates the two halves, and the domain. Written to hide it from programs: "jane (at) acme [dot] example". */
const DOT_WORDS = anyCase('dot', 'd', 'punkt', 'punto', 'ponto', 'point', 'kropka');
const HIDDEN_DOT = String.raw`(?:${OPEN}(?:${DOT_WORDS}|${POINT})${CLOSE}|[_-]${anyCase('dot')}[_-])`;
const DOT = String.raw`(?:${POINT}|\s{0,2}(?:${HIDDEN_DOT}|\b(?:DOT|dot)\b)\s{0,2})`;
// The sign as it is said, in the languages of most postings; before a domain these are no other words.
const SPOKEN = `(?:${anyCase('ät', 'æt', 'klammeraffe', 'arroba', 'arobase', 'małpa', 'malpa', 'chiocciola')})`;
// A link encodes the sign, keyboards of Asia write it wide or small, and Markdown escapes it.
const plain = new RegExp(
  String.raw`(?:\\{0,2}[@＠﹫]{1,2}|%40)(?:${LABEL}${DOT}){1,6}\p{L}{2,24}${END}`,
  'gu',
);
const AT = String.raw`(?:${OPEN}(?:${anyCase('at')}|[@＠﹫]|a|${SPOKEN})${CLOSE}|(?:[_*|-]|\.{2,3})${anyCase('at')}(?:[_*|-]|\.{2,3})|(?<bare>\bAT\b)|(?<= )${SPOKEN}(?= ))`;
// "Wien (AT) www.acme.example" is Austria and a website.
const hidden = new RegExp(
  String.raw`[ \u00a0]{0,2}${AT}\s{0,2}(?!www\.)(?:${LABEL}${DOT}){1,4}\p{L}{2,12}${END}`,
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
// "contact us at acme.example" names a website, and "email marketing at acme.example" a trade. Without a usual ending
// it is who "email me at jane.doe" means.
const noLocal = new RegExp(
  `^(?:${[
    'us|me|him|her|them|it|you|now|today|online|here|directly|immediately|asap|anytime|out|back|too|only|also',
    'code|software|apps|tests|marketing|deliverability|campaigns?|automation|infrastructure|centers?|centres?',
    'queues?|brokers?',
  ].join('|')})$`,
  'iu',
);
const SITES =
  'gov|mil|int|jobs|careers|tech|cloud|ly|gg|so|xyz|health|agency|team|works?|site|online|studio|digital';
// "reach out at jane.at.acme.example" is one that hides its sign.
const siteEnd = new RegExp(String.raw`^(?!.{0,99}\.at\.).*(?<!\p{L})(?:${ENDINGS}|${SITES})$`, 'iu');
const signs = ['@', '＠', '﹫', '%40'];
/** What stands before the last word of "jane dot m <dot> doe at boats dot example". */
const spelledBegin = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?:[\p{L}\p{N}_-]{1,20}(?: (?:dot|DOT) | ?${HIDDEN_DOT} ?)){1,3}$`,
  'u',
);

/** Where the part before a separator begins; `at` where there is none. */
const localFrom = (text: string, from: number, at: number): number => {
  let begin = at;
  const [least, leastForeign] = [Math.max(from, at - MOST_LOCAL), at - MOST_FOREIGN];
  while (begin > least && isLocal.test(text[begin - 1]!)) {
    if (begin <= leastForeign && text[begin - 1]! > '\u024f') break;
    begin -= 1;
  }
  while (begin < at && !/[\p{L}\p{N}]/u.test(text[begin]!)) begin += 1;
  if (text[begin - 1] !== '=') return begin;
  const tag = tagBegin.exec(text.slice(Math.max(from, begin - MOST_TAG), begin));
  return begin - (tag?.[0].length ?? 0);
};

/** The same of one that is spelled out. */
const spelledFrom = (text: string, from: number, at: number): number => {
  const begin = localFrom(text, from, at);
  const before = text.slice(Math.max(from, begin - CUE_CHARS), begin);
  return begin === at ? at : begin - (spelledBegin.exec(before)?.[0].length ?? 0);
};

type Holds = (local: string, before: string, match: RegExpExecArray) => boolean;

/** Replaces each match together with the word before it, where that word is one and `holds` agrees. */
const replaceWithLocal = (
  text: string,
  pattern: RegExp,
  mark: () => string,
  holds: Holds = () => true,
  from = localFrom,
): string => {
  let [out, end] = ['', 0];
  for (const match of text.matchAll(pattern)) {
    const begin = from(text, end, match.index);
    const local = text.slice(begin, match.index);
    if (local === '' || !holds(local, text.slice(Math.max(0, begin - CUE_CHARS), begin), match)) continue;
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
  const isSite = (local: string, before: string, domain: string) =>
    noLocal.test(local) && siteEnd.test(domain) && asksToWrite.test(before);
  const isAsked: Holds = (local, before, [match]) =>
    local === local.toLowerCase() && asksToWrite.test(before) && !isSite(local, before, match);
  // "LOOK AT NODE.JS"
  const isSpelled: Holds = (local, before, { 0: match, groups }) =>
    (groups !== undefined && groups['bare'] === undefined) ||
    !(isSite(local, before, match) || /\.(?:js|ts|py|rb|rs|sh|md)$/i.test(match));
  // Most texts have no "@": a fixed text is found many times faster than a pattern.
  const found = signs.some((sign) => text.includes(sign)) ? replaceWithLocal(text, plain, mark) : text;
  const shown = replaceWithLocal(
    replaceWithLocal(found, hidden, mark, isSpelled, spelledFrom),
    spelled,
    mark,
    isSpelled,
    spelledFrom,
  );
  return replaceWithLocal(shown, spaced, mark, isAsked);
};

/** Whether a text holds an e-mail address. */
export const holdsEmail = (text: string): boolean => maskEmails(text, () => {}) !== text;
