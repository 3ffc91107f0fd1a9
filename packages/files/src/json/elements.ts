import { createCollector, type InputRecord } from './input-record.ts';

const [QUOTE, BACKSLASH, NEWLINE, COMMA] = [0x22, 0x5c, 0x0a, 0x2c];
const opens = (byte: number) => byte === 0x7b || byte === 0x5b;
const closes = (byte: number) => byte === 0x7d || byte === 0x5d;
const isSpace = (byte: number) => byte === 0x20 || byte === 0x09 || byte === 0x0d || byte === NEWLINE;

const beyond = (what: string, line: number): string =>
  `something stands behind the end of the ${what}, on line ${line}, and was not read`;

/**
 * Watches what follows an array that is within something else.
 * @returns a function of each byte; true where another value begins: within one, no bracket opens right behind one
 *   that closes
 */
const createBehind = () => {
  let [inString, escaped, last] = [false, false, 0];
  return (byte: number): boolean => {
    if (inString) {
      if (escaped) escaped = false;
      else if (byte === BACKSLASH) escaped = true;
      else if (byte === QUOTE) inString = false;
      return false;
    }
    if (isSpace(byte)) return false;
    const another = closes(last) && opens(byte);
    inString = byte === QUOTE;
    last = byte;
    return another;
  };
};

/**
 * The elements of a JSON array, or the one object that is a file, split by counting brackets: each is validated by
 * itself later, so that one bad element fails alone.
 * @param isArray whether the outermost bracket is an array's
 * @param within whether the array is within something else, which goes on behind it
 * @throws Error where the file is truncated or continues behind the array, or behind what it is within, with the line,
 *   after all elements before it
 */
export async function* elementsOf(
  blocks: AsyncIterable<Buffer>,
  isArray: boolean,
  maxBytes: number,
  within = false,
): AsyncGenerator<InputRecord> {
  const collector = createCollector(maxBytes);
  const outer = isArray ? 1 : 0;
  let [depth, line, beganOn, index] = [0, 1, 0, 0];
  let [inString, escaped, closed] = [false, false, false];
  const behind = createBehind();

  for await (const block of blocks) {
    let start = isArray && depth === 0 ? block.length : 0;
    for (let at = 0; at < block.length; at += 1) {
      const byte = block[at]!;
      if (byte === NEWLINE) line += 1;
      if (closed && within) {
        if (behind(byte)) throw new Error(beyond('object', line));
        continue;
      }
      if (closed) {
        if (isSpace(byte)) continue;
        throw new Error(beyond('array', line));
      }
      if (beganOn === 0 && depth === outer && byte !== COMMA && !isSpace(byte) && !(isArray && closes(byte)))
        beganOn = line;
      if (inString) {
        if (escaped) escaped = false;
        else if (byte === BACKSLASH) escaped = true;
        else if (byte === QUOTE) inString = false;
        continue;
      }
      if (byte === QUOTE) inString = true;
      else if (opens(byte)) {
        if (isArray && depth === 0) start = at + 1;
        depth += 1;
      } else if (closes(byte)) depth -= 1;

      const ends = isArray
        ? (byte === COMMA && depth === 1) || (closes(byte) && depth === 0)
        : closes(byte) && depth === 0;
      if (!ends) continue;
      collector.add(block.subarray(start, isArray ? at : at + 1));
      const record = collector.take(beganOn || line);
      if (record) yield isArray ? { ...record, index } : record;
      index += 1;
      start = at + 1;
      beganOn = 0;
      closed = isArray && depth === 0;
    }
    if (!closed) collector.add(block.subarray(start));
  }
  const rest = collector.take(beganOn || line);
  const broken = 'the file breaks off in the middle of this posting';
  if (rest) yield { line: rest.line, ...(isArray && { index }), fault: broken };
  // A rejected record alone would look as if the rest was complete.
  if (rest) throw new Error(`breaks off in the middle of what begins on line ${rest.line}`);
  if (isArray && !closed) throw new Error(`breaks off on line ${line}, before the array ends`);
}
