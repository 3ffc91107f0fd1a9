const wordCharacter = /[\p{L}\p{N}_]/u;

/** Whether the character that holds the code unit at `index` is a letter, a digit or an underscore. */
export function isWordAt(text: string, index: number): boolean {
  const unit = text.charCodeAt(index);
  if (unit < 0x80) return isAsciiWord(unit);
  if (Number.isNaN(unit)) return false;
  const low = unit >= 0xdc00 && unit <= 0xdfff;
  return wordCharacter.test(String.fromCodePoint(text.codePointAt(low ? index - 1 : index) ?? unit));
}

function isAsciiWord(unit: number): boolean {
  return (
    (unit >= 0x61 && unit <= 0x7a) ||
    (unit >= 0x41 && unit <= 0x5a) ||
    (unit >= 0x30 && unit <= 0x39) ||
    unit === 0x5f
  );
}

/** A version right behind a name ("Java8", "Angular2+", "C++17", "Vue3.x") does not make it another word. */
const version = /^v?\d{1,2}(\.\d{1,2}|\.x)*(?![\p{L}\p{N}_])/u;

/**
 * Whether text[start, end) stands as a word of its own: not inside a longer word ("Java" in "JavaScript"), a name with
 * signs ("C" in "C++", "C#"), or a file or domain name ("python" in "python.org").
 */
export function isWholeWord(text: string, start: number, end: number): boolean {
  return startsWord(text, start) && endsWord(text, start, end);
}

function startsWord(text: string, start: number): boolean {
  if (start === 0) return true;
  if (isWordAt(text, start - 1)) return false;
  const before = text[start - 1];
  if (before === '@' || before === '$') return false;
  const lower = /^[\p{Ll}\p{N}]/u.test(text.slice(start, start + 1));
  return !(before === '.' && lower && isWordAt(text, start - 2));
}

function endsWord(text: string, start: number, end: number): boolean {
  const after = text[end];
  if (after === undefined) return true;
  if (isWordAt(text, end))
    return end - start >= 3 && !isDigit(text, end - 1) && version.test(text.slice(end, end + 12));
  if (after === '#' || text.startsWith('://', end)) return false;
  if (after === '+' && text[end + 1] === '+') return false;
  return !(after === '.' && /^[\p{Ll}]/u.test(text.slice(end + 1, end + 2)) && !endsSentence(text, end));
}

/** "…in Go.we are": a full stop without the space after it; "python.org", "node.js" and "foo.py" are names. */
function endsSentence(text: string, stop: number): boolean {
  return !/^\.[\p{L}\p{N}]{1,5}(?![\p{L}\p{N}])/u.test(text.slice(stop, stop + 8));
}

function isDigit(text: string, index: number): boolean {
  const unit = text.charCodeAt(index);
  return unit >= 0x30 && unit <= 0x39;
}

/** Whether the match lies in a web or mail address: skills are not read out of links. */
export function isInAddress(text: string, start: number): boolean {
  let from = start;
  while (from > 0 && start - from < 300 && text.charCodeAt(from - 1) > 0x20) from--;
  if (from === start) return false;
  return /:\/\/|^\W*www\.|[\w.]@|\.(com|org|net|io|co|ai|dev|gov|edu)\//i.test(text.slice(from, start));
}
