import { UNSEEN, withoutUnseen } from '@skillstream/contracts/unseen';

/**
 * Untrusted text on one line of a terminal: control characters are escaped, and the rest is cut.
 * @param mostChars in UTF-16 units, before escaping
 */
export const printable = (text: string, mostChars = 200): string => {
  const kept = text.length > mostChars ? `${text.slice(0, mostChars)}…` : text;
  return withoutUnseen(kept);
};

/** The same for text of several lines, of any length. */
export const printableLines = (text: string): string =>
  text
    .split('\n')
    .map((line) => printable(line, Infinity))
    .join('\n');

const escaped = (character: string) =>
  Array.from({ length: character.length }, (_, i) => character.charCodeAt(i))
    .map((unit) => `\\u${unit.toString(16).padStart(4, '0')}`)
    .join('');

/** A value as JSON on one line, which parses to the same value: control characters are JSON escapes. */
export const printableJson = (value: unknown): string => JSON.stringify(value).replace(UNSEEN, escaped);
