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
 * @param from where it begins, outside of any string; the levels count from there
 */
const walk = (bytes: Buffer, on: (byte: number, at: number, level: number) => boolean, from = 0): void => {
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
 * Counts the elements of an array without making anything of them.
 * @param most elements; one more is counted where there are more, and the rest is not looked at
 * @returns null for what cannot be an array; an element may still be no JSON
 */
export const countElements = (bytes: Buffer, most: number): number | null => {
  let count = 0;
  let start = 0;
  let end = -1;
  walk(bytes, (byte, at, level) => {
    if (level !== 1) return true;
    if (byte === OPEN_BRACKET) start = at + 1;
    else {
      count += 1;
      if (byte !== COMMA) end = byte === CLOSE_BRACKET ? at : bytes.length;
    }
    return end === -1 && count <= most;
  });
  if (count > most) return count;
  if (end === -1 || !bytes.subarray(end + 1).every(isSpace) || end === bytes.length) return null;
  return count === 1 && bytes.subarray(start, end).every(isSpace) ? 0 : count;
};

/**
 * Cuts an array into its elements without parsing them, so that each may be judged by itself; each is made when it is
 * asked for, since thousands of them weigh far more than their bytes.
 * @param bytes in which `countElements` has found one at least
 */
export function* elementsIn(bytes: Buffer): Generator<Buffer> {
  let start = bytes.indexOf(OPEN_BRACKET) + 1;
  for (let last = false; !last;) {
    let end = bytes.length;
    const stop = (_byte: number, at: number, level: number) => {
      if (level === 0) end = at;
      return level !== 0;
    };
    walk(bytes, stop, start);
    yield bytes.subarray(start, end);
    last = bytes[end] !== COMMA;
    start = end + 1;
  }
}
