import { createStrings, isSpace } from './json-input.ts';

const [QUOTE, COLON, COMMA] = [0x22, 0x3a, 0x2c];
const [OPEN_OBJECT, CLOSE_OBJECT, OPEN_ARRAY] = [0x7b, 0x7d, 0x5b];
const LONGEST_KEY = 100;

/** What a byte is: the beginning of an array, one that cannot stand there, or one behind the end of everything. */
export type Met = 'array' | 'wrong' | 'behind' | null;

/**
 * Follows the objects that are around the arrays of a JSON text, byte by byte, and holds them to the grammar
 * (RFC 8259, 2 to 4), so that a bracket too many or too few is noticed. An array is its caller's to read; what is
 * passed next is what stands behind it.
 */
export const createObjectsAround = () => {
  const strings = createStrings();
  let wanted: 'begin' | 'key' | 'colon' | 'value' | 'next' | 'nothing' = 'begin';
  let [depth, key, inScalar] = [0, '', false];

  const string = (byte: number): Met => {
    const isKey = wanted === 'key';
    if (!isKey && wanted !== 'value') return wanted === 'nothing' ? 'behind' : 'wrong';
    const atEnd = !strings.isOpen();
    if (atEnd) wanted = isKey ? 'colon' : 'next';
    else if (isKey && byte !== QUOTE && key.length < LONGEST_KEY) key += String.fromCharCode(byte);
    return null;
  };
  const expect = (is: boolean, then: typeof wanted): Met => {
    if (!is) return 'wrong';
    wanted = then;
    return null;
  };
  const object = (opened: boolean): Met => {
    const met = opened
      ? expect(wanted === 'begin' || wanted === 'value', 'key')
      : expect(depth > 0 && (wanted === 'key' || wanted === 'next'), depth === 1 ? 'nothing' : 'next');
    depth += opened ? 1 : -1;
    key = '';
    return met;
  };
  const other = (byte: number): Met => {
    if (byte === OPEN_OBJECT || byte === CLOSE_OBJECT) return object(byte === OPEN_OBJECT);
    if (byte === OPEN_ARRAY) return expect(wanted === 'value', 'next') ?? 'array';
    if (byte === COLON) return expect(wanted === 'colon', 'value');
    if (byte === COMMA) {
      key = '';
      return expect(wanted === 'next', 'key');
    }
    // A number, true, false or null; what else it may be does not matter here.
    inScalar = true;
    return expect(wanted === 'value', 'next');
  };
  const isOfScalar = (byte: number): boolean =>
    ![QUOTE, COLON, COMMA, OPEN_OBJECT, CLOSE_OBJECT, OPEN_ARRAY, 0x5d].includes(byte);
  return {
    pass: (byte: number): Met => {
      if (strings.has(byte)) return string(byte);
      if (isSpace(byte)) {
        inScalar = false;
        return null;
      }
      if (wanted === 'nothing') return 'behind';
      if (inScalar && isOfScalar(byte)) return null;
      inScalar = false;
      return other(byte);
    },
    /** The last key, as it is written: that of the array that was met. */
    key: () => key,
    /** Whether all objects are closed. */
    isOver: () => wanted === 'nothing',
  };
};
