import { isUtf8 } from 'node:buffer';
import { openAtEnd } from '@skillstream/contracts/open-letter';
import { occurrences } from './occurrences.ts';

/** A text is not written as the rest of it is, or in a way that is not known. */
export class TextFault extends Error {}

/** Where the first line begins that is no UTF-8, and how many are before it. */
const firstBadLine = (bytes: Buffer, newline: string) => {
  let [lines, at] = [0, 0];
  for (let end = bytes.indexOf(newline); end !== -1; end = bytes.indexOf(newline, at)) {
    if (!isUtf8(bytes.subarray(at, end))) break;
    [lines, at] = [lines + 1, end + 1];
  }
  return { lines, at };
};

/** A parser of tables gives a row out once it has seen some bytes behind it. */
const behindRow = (newline: string): Buffer => Buffer.from(newline.repeat(8));

/**
 * The blocks of a text in UTF-8, up to the line where it is none any more: nobody sees in what was stored that a sign
 * of replacement was a letter once.
 * @param line the number of the first line
 * @throws TextFault naming the line; Error where the text ends within a letter
 */
export async function* checkedUtf8(blocks: AsyncIterable<Buffer>, newline: string, line: number) {
  let open: Buffer = Buffer.alloc(0);
  let atLineStart = false;
  for await (const block of blocks) {
    const bytes: Buffer = open.length === 0 ? block : Buffer.concat([open, block]);
    const whole = bytes.subarray(0, bytes.length - openAtEnd(bytes));
    open = bytes.subarray(whole.length);
    if (!isUtf8(whole)) {
      const { lines, at } = firstBadLine(whole, newline);
      if (at > 0) yield whole.subarray(0, at);
      if (at > 0 || atLineStart) yield behindRow(newline);
      throw new TextFault(
        `line ${line + lines} is no UTF-8, and other text of the file is: save it in one encoding`,
      );
    }
    line += occurrences(whole, newline);
    if (whole.length === 0) continue;
    atLineStart = whole.at(-1) === newline.charCodeAt(0);
    yield whole;
  }
  if (open.length > 0) throw new Error(`breaks off on line ${line}, within a letter`);
}

const REPLACEMENT = '\ufffd';

/**
 * The blocks of a text in another encoding, in UTF-8, up to the line where it is not written in that.
 * @param line the number of the first line
 * @throws TextFault naming the line
 */
export async function* recodedLines(
  blocks: AsyncIterable<Buffer>,
  encoding: string,
  newline: string,
  line: number,
) {
  const decoder = new TextDecoder(encoding);
  let atLineStart = false;
  const checked = function* (text: string) {
    const bad = text.indexOf(REPLACEMENT);
    const good = Buffer.from(bad === -1 ? text : text.slice(0, text.lastIndexOf(newline, bad) + 1));
    line += occurrences(good, newline);
    if (good.length > 0) {
      atLineStart = good.at(-1) === newline.charCodeAt(0);
      yield good;
    }
    if (bad === -1) return;
    if (atLineStart) yield behindRow(newline);
    throw new TextFault(`line ${line} is no ${encoding}: save the file as UTF-8`);
  };
  for await (const block of blocks) yield* checked(decoder.decode(block, { stream: true }));
  yield* checked(decoder.decode());
}

/** How many letters beyond ASCII these bytes have in UTF-8, how many different ones, and how much is none. */
export const lettersIn = (bytes: Buffer) => {
  const text = new TextDecoder('utf-8').decode(bytes, { stream: true });
  const letters = text.match(/[^\0-\x7f]/gu) ?? [];
  const replaced = letters.filter((letter) => letter === REPLACEMENT).length;
  const invalid = replaced - occurrences(bytes, REPLACEMENT);
  return { valid: letters.length - invalid, different: new Set(letters).size, invalid };
};
