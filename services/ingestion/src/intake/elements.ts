import { walkJson } from '@skillstream/http';
const [COMMA, OPEN_BRACKET, CLOSE_BRACKET] = [0x2c, 0x5b, 0x5d];
const isSpace = (byte: number | undefined) =>
  byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;

/** Whether these bytes are an array, if they are JSON at all. */
export const isArray = (bytes: Buffer): boolean => {
  let at = 0;
  while (isSpace(bytes[at])) at += 1;
  return bytes[at] === OPEN_BRACKET;
};

/**
 * Counts the elements of an array without creating any of them.
 * @param most the limit: counting stops at one element more
 * @returns null for what cannot be an array; an element may still be invalid JSON
 */
export const countElements = (bytes: Buffer, most: number): number | null => {
  let count = 0;
  let start = 0;
  let end = -1;
  walkJson(bytes, (byte, at, level) => {
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
 * Splits an array into its elements without parsing them, so that each may be validated by itself. Each is created on
 * demand, since thousands of them take far more memory than their bytes.
 * @param bytes in which `countElements` found at least one
 */
export function* elementsIn(bytes: Buffer): Generator<Buffer> {
  let start = bytes.indexOf(OPEN_BRACKET) + 1;
  for (let last = false; !last;) {
    let end = bytes.length;
    const stop = (_byte: number, at: number, level: number) => {
      if (level === 0) end = at;
      return level !== 0;
    };
    walkJson(bytes, stop, start);
    yield bytes.subarray(start, end);
    last = bytes[end] !== COMMA;
    start = end + 1;
  }
}
