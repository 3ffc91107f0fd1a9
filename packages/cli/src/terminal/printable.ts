// C0 and C1 controls, what turns the direction of writing, and what has no width: a terminal obeys them.
const OBEYED = /[\p{Cc}\u200b-\u200f\u2028-\u202e\u2066-\u2069]/gu;
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
