import { wordUnits } from './automaton.ts';
import type { Source } from './source.ts';

const wordCharacter = /[\p{L}\p{N}_]/u;

/** Whether the character of the code unit at `index` is a letter, a digit or an underscore. */
function isWordAt({ text, units }: Source, index: number): boolean {
  const unit = units[index];
  if (unit === undefined) return false;
  if (unit < 0xd800 || unit > 0xdfff) return wordUnits[unit] !== 0;
  const low = unit >= 0xdc00;
  return wordCharacter.test(String.fromCodePoint(text.codePointAt(low ? index - 1 : index) ?? unit));
}

/** A version directly after a name ("Java8", "Angular2+", "C++17", "Vue3.x") does not make it another word. */
const version = /^v?\d{1,2}(\.\d{1,2}|\.x)*(?![\p{L}\p{N}_])/u;

/**
 * Whether text[start, end) is a whole word: not inside a longer word ("Java" in "JavaScript"), a name with symbols
 * ("C" in "C++", "C#"), or a file or domain name ("python" in "python.org").
 */
export function isWholeWord(source: Source, start: number, end: number): boolean {
  return startsWord(source, start) && endsWord(source, start, end);
}

const STOP = 0x2e;
const BLANK = 0x20;
const COMMA = 0x2c;
const SMALL_V = 0x76;

function startsWord(source: Source, start: number): boolean {
  if (start === 0) return true;
  const { text, units } = source;
  const before = units[start - 1]!;
  if (before === BLANK) return true;
  if (isWordAt(source, start - 1)) return false;
  if (before === 0x40 || before === 0x24) return false;
  if (before !== STOP) return true;
  const lower = /^[\p{Ll}\p{N}]/u.test(text.slice(start, start + 1));
  return !(lower && isWordAt(source, start - 2));
}

function endsWord(source: Source, start: number, end: number): boolean {
  const { text, units } = source;
  const after = units[end];
  if (after === undefined || after === BLANK || after === COMMA) return true;
  if (isWordAt(source, end))
    return (
      end - start >= 3 &&
      (isDigit(after) || after === SMALL_V) &&
      !isDigit(units[end - 1]!) &&
      version.test(text.slice(end, end + 12))
    );
  if (after === 0x23 || text.startsWith('://', end)) return false;
  if (after === 0x2b && units[end + 1] === 0x2b) return false;
  return !(after === STOP && /^[\p{Ll}]/u.test(text.slice(end + 1, end + 2)) && !endsSentence(text, end));
}

/** "…in Go.we are": a full stop without the space after it; "python.org", "node.js" and "foo.py" are names. */
function endsSentence(text: string, stop: number): boolean {
  return !/^\.[\p{L}\p{N}]{1,5}(?![\p{L}\p{N}])/u.test(text.slice(stop, stop + 8));
}

const isDigit = (unit: number): boolean => unit >= 0x30 && unit <= 0x39;

/** Whether the match is inside a web or mail address: links are not searched for skills. */
export function isInAddress({ text, units }: Source, start: number): boolean {
  let from = start;
  let marked = false;
  while (from > 0 && start - from < 300) {
    const unit = units[from - 1]!;
    if (unit <= 0x20) break;
    // Every address has one of these: a slash, an at sign, or the dot after "www".
    marked ||= unit === 0x2f || unit === 0x40 || unit === 0x2e;
    from--;
  }
  if (!marked) return false;
  return /:\/\/|^\W*www\.|[\w.]@|\.(com|org|net|io|co|ai|dev|gov|edu)\//i.test(text.slice(from, start));
}
