import { Parser } from 'htmlparser2';
import { plainTextOf } from '@skillstream/contracts/plain-text';
import { nameWithMark } from '../privacy/linked-name.ts';

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

const paragraphs = words('p h1 h2 h3 h4 h5 h6 ul ol dl table blockquote pre hr section article');
const lines = words('div li tr dt dd br header footer main aside nav form figure figcaption address');
const dropped = words('script style noscript template iframe');
// These end, as in browsers, where text that is shown begins, also where nothing closes them.
const droppedUntilText = words('head svg');
const knownTag =
  /<\/?(?:p|br|div|span|a|b|i|u|em|strong|ul|ol|li|h[1-6]|table|tr|td|th|pre|code|font|html|body|head|script|style|section|hr|img|blockquote)(?:\s[^<>]*)?\/?>/i;
// A text that shows how a tag is written rarely closes a paragraph.
const isEscapedHtml = /<\/(?:p|div|ul|ol|li|h[1-6]|strong|b|em|a|span|table)\s?>/i;
const entity = /&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z]{2,8});/i;

/**
 * Maximum depth of nested elements, the same as in browsers (Chromium and WebKit: 512). The parser searches the open
 * elements at every closing tag, so without a limit its work would be quadratic in the size of the text.
 */
export const MOST_NESTED = 512;

/**
 * The plain text of a description. HTML loses its markup: block elements become line breaks, list items begin with "-
 * ", entities are decoded, scripts and styles are dropped, white space is collapsed outside `pre`. Plain text keeps
 * its line breaks. Both come out NFC-normalised, without control characters. Of links only the text stays; where that
 * is the name of a person, and the target one's mailbox, telephone or profile, a mark follows, as in "Jane Doe"
 * <[email]>, so that the masks see whose name it is.
 * @param source the description as it was sent
 * @param format what the sender declares; without it, a text with an HTML tag is HTML, and a text with entities only
 * has them decoded, and is HTML if that was escaped, as Greenhouse does
 * @returns null for HTML whose elements are nested deeper than `MOST_NESTED`
 */
export const toPlainText = (source: string, format?: 'text' | 'html'): string | null => {
  const text = withoutMarkup(source, format);
  return text === null ? null : plainTextOf(text);
};

const withoutMarkup = (source: string, format?: 'text' | 'html'): string | null => {
  if (format === 'text') return source;
  if (format === 'html' || knownTag.test(source)) return renderHtml(source, false);
  if (!entity.test(source)) return source;
  // "Vec<String> &amp; co": no tag of HTML, so its "<" is only a sign.
  const decoded = renderHtml(source.replaceAll('<', '&lt;'), true);
  return decoded !== null && isEscapedHtml.test(decoded) ? renderHtml(decoded, false) : decoded;
};

// "<jane@boats.example>" and "jane<at>boats<dot>example": the parser would drop them as tags, with the name before
// them left without a sign of what it is. Bounded by the longest address (RFC 5321, 4.5.3.1).
const addressAsTag = /<((?:mailto:)?[^\s<>@"'=]{1,64}@[^\s<>@"'=]{1,255}|at|dot|@)>/gi;

const TOO_DEEP = Symbol('nested too deep');

const renderHtml = (html: string, keepLines: boolean): string | null => {
  const out = createLines();
  let nested = 0;
  let preDepth = keepLines ? 1 : 0;
  let dropDepth = 0;
  let openUntilText = 0;
  let opening = '';
  let link: { href: string; from: number } | null = null;

  const isDropped = (): boolean => dropDepth + openUntilText > 0;
  const endLink = (): void => {
    if (link !== null && link.href !== '') out.rewrite(link.from, withMark(link.href));
    link = null;
  };
  const parser = new Parser({
    onopentagname(name) {
      // Throwing is the only way to stop the parser within a chunk of text.
      if ((nested += 1) > MOST_NESTED) throw TOO_DEEP;
      opening = name;
      if (dropped.has(name)) dropDepth += 1;
      if (droppedUntilText.has(name)) openUntilText += 1;
      if (dropDepth === 0 && (name === 'body' || paragraphs.has(name) || lines.has(name))) openUntilText = 0;
      if (isDropped()) return;
      if (name === 'a') {
        // Links do not nest: one ends where the next begins.
        endLink();
        link = { href: '', from: out.length() };
      }
      if (name === 'br') out.write('\n');
      else if (paragraphs.has(name)) out.breakLine(2);
      else if (lines.has(name)) out.breakLine(1);
      else if (name === 'td' || name === 'th') out.writeFolded(' ');
      if (name === 'li') out.write('- ');
      if (name === 'pre') preDepth += 1;
    },
    onattribute(name, value) {
      if (link?.href === '' && opening === 'a' && name === 'href') link.href = value;
    },
    ontext(data) {
      if (isDropped()) return;
      if (preDepth > 0) out.write(data);
      else out.writeFolded(data);
    },
    onclosetag(name) {
      nested -= 1;
      if (dropped.has(name)) dropDepth = Math.max(0, dropDepth - 1);
      if (droppedUntilText.has(name)) openUntilText = Math.max(0, openUntilText - 1);
      if (isDropped()) return;
      if (name === 'a') endLink();
      if (name === 'pre') preDepth = Math.max(0, preDepth - 1);
      if (paragraphs.has(name)) out.breakLine(2);
      else if (lines.has(name) && name !== 'br') out.breakLine(1);
    },
  });
  try {
    parser.end(html.replace(addressAsTag, '&lt;$1&gt;'));
  } catch (error) {
    if (error === TOO_DEEP) return null;
    throw error;
  }
  return out.text();
};

const withMark =
  (href: string) =>
  (text: string): string => {
    const name = text.trim();
    const marked = nameWithMark(name, href);
    return marked === null ? text : text.replace(name, () => marked);
  };

const manyBlanks = /[^\S ]| {2}/;

// Tracks how its text ends instead of looking: `endsWith` would copy the whole text after each chunk.
const createLines = () => {
  const fragments: string[] = [];
  let newlines = 2;
  let endsInSpace = false;

  const write = (fragment: string): void => {
    if (fragment === '') return;
    fragments.push(fragment);
    endsInSpace = fragment.endsWith(' ');
    const own = fragment.endsWith('\n\n') ? 2 : fragment.endsWith('\n') ? 1 : 0;
    newlines = fragment === '\n' ? newlines + 1 : own;
  };
  return {
    write,
    /** Writes a text with each run of white space as one space, and none at the start of a line. */
    writeFolded: (fragment: string): void => {
      const folded = manyBlanks.test(fragment) ? fragment.replace(/\s+/g, ' ') : fragment;
      write(folded.startsWith(' ') && (newlines > 0 || endsInSpace) ? folded.slice(1) : folded);
    },
    breakLine: (count: number): void => {
      while (newlines < count) write('\n');
    },
    length: (): number => fragments.length,
    /** Writes what was written since another time; one that has more than a line of text stays as it is. */
    rewrite: (from: number, change: (text: string) => string): void => {
      const since = fragments.slice(from).join('');
      const changed = since.trim().includes('\n') ? since : change(since);
      if (changed === since) return;
      fragments.length = from;
      write(changed);
    },
    text: (): string => fragments.join(''),
  };
};
