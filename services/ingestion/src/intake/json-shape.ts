const [QUOTE, BACKSLASH, COMMA] = [0x22, 0x5c, 0x2c];
const [OPEN_BRACKET, CLOSE_BRACKET, OPEN_BRACE, CLOSE_BRACE] = [0x5b, 0x5d, 0x7b, 0x7d];
const isSpace = (byte: number | undefined) =>
  byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;

/** What a posting of the schema needs is two. */
export const MOST_LEVELS = 16;
/** Of a posting, with all that stands within it; the schema knows some twenty. */
export const MOST_VALUES = 1000;

/**
 * Goes through JSON, or what claims to be, by its bytes: a parser would first make of it whatever it holds.
 * @param on is told of each bracket, brace and comma outside of strings, and on what level it stands; ends it by false
 */
const walk = (bytes: Buffer, on: (byte: number, at: number, level: number) => boolean): void => {
  let level = 0;
  let inString = false;
  for (let at = 0; at < bytes.length; at += 1) {
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
 * What keeps the bytes of a posting from being parsed: a parser takes time and memory for each level and each value.
 * @returns null where nothing does, also where they are no JSON
 */
export const shapeFault = (bytes: Buffer): string | null => {
  let commas = 0;
  let found: string | null = null;
  walk(bytes, (byte, _at, level) => {
    if (byte === COMMA) commas += 1;
    if (level > MOST_LEVELS) found = `is nested deeper than ${MOST_LEVELS} levels`;
    else if (commas >= MOST_VALUES) found = `holds more than ${MOST_VALUES} values`;
    return found === null;
  });
  return found;
};

/** Whether these bytes are an array, if they are JSON at all. */
export const isArray = (bytes: Buffer): boolean => {
  let at = 0;
  while (isSpace(bytes[at])) at += 1;
  return bytes[at] === OPEN_BRACKET;
};

/**
 * Cuts an array into its elements without parsing them, so that each may be judged by itself.
 * @param most elements; one more is found where there are more, and the rest is not looked at
 * @returns null for what cannot be an array; an element may still be no JSON
 */
export const elementsOf = (bytes: Buffer, most: number): Buffer[] | null => {
  const elements: Buffer[] = [];
  let start = 0;
  let end = -1;
  walk(bytes, (byte, at, level) => {
    if (level !== 1) return true;
    if (byte === OPEN_BRACKET) start = at + 1;
    else {
      elements.push(bytes.subarray(start, at));
      start = at + 1;
      if (byte !== COMMA) end = byte === CLOSE_BRACKET ? at : bytes.length;
    }
    return end === -1 && elements.length <= most;
  });
  if (elements.length > most) return elements;
  if (end === -1 || !bytes.subarray(end + 1).every(isSpace) || end === bytes.length) return null;
  return elements.length === 1 && elements[0]!.every(isSpace) ? [] : elements;
};
