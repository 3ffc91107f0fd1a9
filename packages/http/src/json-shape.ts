const [QUOTE, BACKSLASH, COMMA] = [0x22, 0x5c, 0x2c];
const [OPEN_BRACKET, CLOSE_BRACKET, OPEN_BRACE, CLOSE_BRACE] = [0x5b, 0x5d, 0x7b, 0x7d];

/** The limits of a JSON text: nested levels, and values including nested ones. */
export type JsonShape = { levels: number; values: number };

/**
 * Scans the bytes of what should be JSON: a parser would first allocate everything in it.
 * @param on is called for each bracket, brace and comma outside of strings, with its level; returns false to stop
 * @param from the offset to start at, outside of any string; levels count from there
 */
export const walkJson = (
  bytes: Buffer,
  on: (byte: number, at: number, level: number) => boolean,
  from = 0,
): void => {
  let level = 0;
  let inString = false;
  for (let at = from; at < bytes.length; at += 1) {
    const byte = bytes[at]!;
    if (inString) {
      if (byte === BACKSLASH) at += 1;
      else if (byte === QUOTE) inString = false;
    } else if (byte === QUOTE) inString = true;
    else if (byte === OPEN_BRACKET || byte === OPEN_BRACE) {
      level += 1;
      if (!on(byte, at, level)) return;
    } else if (byte === CLOSE_BRACKET || byte === CLOSE_BRACE) {
      if (!on(byte, at, level)) return;
      level -= 1;
    } else if (byte === COMMA && !on(byte, at, level)) return;
  }
};

/**
 * Why bytes must not be parsed: a parser needs time and memory for each level and each value.
 * @returns null if they may be, even if they are not valid JSON
 */
export const shapeIssue = (bytes: Buffer, { levels, values }: JsonShape): string | null => {
  let commas = 0;
  let found: string | null = null;
  walkJson(bytes, (byte, _at, level) => {
    if (byte === COMMA) commas += 1;
    if (level > levels) found = `is nested deeper than ${levels} levels`;
    else if (commas >= values) found = `holds more than ${values} values`;
    return found === null;
  });
  return found;
};
