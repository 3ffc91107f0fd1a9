// Controls (C0, C1), marks without width or that turn the direction of writing, and separators of lines: a terminal
// obeys them, or a reader is misled by them. Unicode's general categories Cc, Cf, Zl and Zp.
const OBEYED = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;
const shown = (character: string) => `\\u{${character.codePointAt(0)!.toString(16)}}`;

/**
 * Text of somebody else on one line of a terminal: what a terminal would obey is written out, and the rest is cut.
 * @param mostChars in UTF-16 units, before what is written out
 */
export const printable = (text: string, mostChars = 200): string => {
  const kept = text.length > mostChars ? `${text.slice(0, mostChars)}…` : text;
  return kept.replace(OBEYED, shown);
};

/** The same for text of several lines, each of which may be as long as it is. */
export const printableLines = (text: string): string =>
  text
    .split('\n')
    .map((line) => printable(line, Infinity))
    .join('\n');

const escaped = (character: string) =>
  Array.from({ length: character.length }, (_, i) => character.charCodeAt(i))
    .map((unit) => `\\u${unit.toString(16).padStart(4, '0')}`)
    .join('');

/** A value as JSON on one line, which reads as the same value: what a terminal would obey stands there as escapes. */
export const printableJson = (value: unknown): string => JSON.stringify(value).replace(OBEYED, escaped);
