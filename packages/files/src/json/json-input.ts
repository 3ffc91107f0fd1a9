import { createByteReader } from '../bytes/byte-reader.ts';

const [QUOTE, BACKSLASH, NEWLINE] = [0x22, 0x5c, 0x0a];

/** Whether a byte opens an object or an array. */
export const opens = (byte: number): boolean => byte === 0x7b || byte === 0x5b;
/** Whether a byte closes an object or an array. */
export const closes = (byte: number): boolean => byte === 0x7d || byte === 0x5d;
/** Whether a byte is white space of JSON. */
export const isSpace = (byte: number): boolean =>
  byte === 0x20 || byte === 0x09 || byte === 0x0d || byte === NEWLINE;

/** Why what is behind a value is not read. */
export const beyond = (what: string, line: number): string =>
  `something stands behind the end of the ${what}, on line ${line}, and was not read`;

/** Follows the strings of a JSON text, byte by byte. */
export const createStrings = () => {
  let [inside, escaped] = [false, false];
  return {
    /** Passes a byte. @returns whether it is of a string, the quotes included */
    has: (byte: number): boolean => {
      if (!inside) return (inside = byte === QUOTE);
      if (escaped) escaped = false;
      else if (byte === BACKSLASH) escaped = true;
      else if (byte === QUOTE) inside = false;
      return true;
    },
    /** Whether the string goes on behind the last byte. */
    isOpen: () => inside,
  };
};

/** The blocks of a JSON text, of which the rest can be given back, and the line where reading is. */
export const createJsonInput = (blocks: AsyncIterator<Buffer>, maxBytes: number) => {
  const reader = createByteReader(blocks);
  let line = 1;
  return {
    next: reader.next,
    /** How many bytes were read. */
    position: reader.position,
    /** The line of the byte that was passed last, from 1. */
    line: () => line,
    /** Counts the line that a byte ends. */
    passed: (byte: number): void => {
      if (byte === NEWLINE) line += 1;
    },
    giveBack: reader.giveBack,
    /** The bytes of an element above which it is not buffered. */
    maxBytes,
  };
};

export type JsonInput = ReturnType<typeof createJsonInput>;
