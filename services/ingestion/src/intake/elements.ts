import { walkJson } from '@skillstream/runtime';

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
 * Cuts an array into its elements without parsing them, so that each may be judged by itself.
 * @param most elements; one more is found where there are more, and the rest is not looked at
 * @returns null for what cannot be an array; an element may still be no JSON
 */
export const elementsOf = (bytes: Buffer, most: number): Buffer[] | null => {
  const elements: Buffer[] = [];
  let start = 0;
  let end = -1;
  walkJson(bytes, (byte, at, level) => {
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
