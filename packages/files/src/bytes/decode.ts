import { isAscii } from 'node:buffer';
import { checkedUtf8, lettersIn, recodedLines, TextFault } from './checked-text.ts';
import { occurrences } from './occurrences.ts';
import type { Declared } from './declared.ts';
import { peek } from './peek.ts';
import { wholeLines } from './whole-lines.ts';

/** How the letters of a file are written; the last where it has no byte order mark and is no UTF-8. */
export type Encoding = 'UTF-8' | 'UTF-16 LE' | 'UTF-16 BE' | 'windows-1252';

const marks: readonly (readonly [Encoding, Buffer])[] = [
  ['UTF-8', Buffer.from([0xef, 0xbb, 0xbf])],
  ['UTF-16 LE', Buffer.from([0xff, 0xfe])],
  ['UTF-16 BE', Buffer.from([0xfe, 0xff])],
];
const labels = { 'UTF-16 LE': 'utf-16le', 'UTF-16 BE': 'utf-16be' };

async function* recoded(blocks: AsyncIterable<Buffer>, encoding: keyof typeof labels) {
  const decoder = new TextDecoder(labels[encoding]);
  let bytes = 0;
  for await (const block of blocks) {
    bytes += block.length;
    yield Buffer.from(decoder.decode(block, { stream: true }));
  }
  if (bytes % 2 === 1) throw new Error('breaks off within a letter');
  yield Buffer.from(decoder.decode());
}

/** All blocks but so many bytes at the beginning. */
async function* behindBytes(blocks: AsyncIterable<Buffer>, bytes: number) {
  let open = bytes;
  for await (const block of blocks) {
    if (open < block.length) yield block.subarray(open);
    open = Math.max(0, open - block.length);
  }
}

// Two letters of ASCII at the beginning, which every table and every JSON has: UTF-16 has a zero in each.
const isZero = (bytes: Buffer): string => [...bytes].map((byte) => Number(byte === 0)).join('');
const unmarked: Record<string, Encoding> = { '0101': 'UTF-16 LE', '1010': 'UTF-16 BE' };

/** Whether a text begins as UTF-32 does: with its mark, which begins as that of UTF-16, or with a letter of ASCII. */
const isUtf32 = (beginning: Buffer): boolean =>
  ['fffe0000', '0000feff'].includes(beginning.toString('hex')) ||
  ['0111', '1110'].includes(isZero(beginning));

/**
 * The blocks of a text in UTF-8 without its byte order mark, which says what it was written in. Of one without a mark
 * UTF-16 is known by its first two letters; what is neither is handed on as it is.
 * @param onEncoding called where that is known
 * @throws Error where it is UTF-32, which nothing that writes tables writes
 */
export async function* withoutMark(
  blocks: AsyncIterable<Buffer>,
  onEncoding: (encoding: Encoding) => void = () => {},
): AsyncGenerator<Buffer> {
  const text = await peek(blocks, 4);
  if (isUtf32(text.beginning)) throw new Error('is UTF-32: save it as UTF-8');
  const [marked, mark] = marks.find(([, bytes]) => text.beginning.indexOf(bytes) === 0) ?? [];
  const encoding = marked ?? unmarked[isZero(text.beginning)];
  if (!encoding) return yield* text.blocks;
  onEncoding(encoding);
  const rest = behindBytes(text.blocks, mark?.length ?? 0);
  yield* encoding === 'UTF-8' ? rest : recoded(rest, encoding as keyof typeof labels);
}

/** How much is looked at, from the first byte on that is not ASCII. */
const DECIDING_BYTES = 64 * 1024;
/** Two letters of windows-1250 may be one of UTF-8, as in SPÓŁKA; hardly ever three different ones. */
const MOST_ACCIDENTAL = 2;
/** The one encoding that writes all letters in bytes of ASCII. */
const IN_ASCII = 'iso-2022-jp';

const isMostlyUtf8 = (beginning: Buffer, declared: Declared | null): boolean => {
  const { valid, different, invalid } = lettersIn(beginning);
  // Whoever saves a document in UTF-8 may leave its declaration as it was. In Latin 9 no letters make such pairs.
  const isPlain = declared === null || declared.encoding === 'iso-8859-15';
  return valid > invalid && (isPlain || different > MOST_ACCIDENTAL);
};

export type GuessOptions = {
  /** What the lines end with, which counts for the line of a fault. */
  newline?: string;
  /** What the document says itself. */
  declared?: Declared | null;
  /** Called where that is how it is read. */
  onDeclared?: (encoding: string) => void;
};

/**
 * The blocks of a text without a mark in UTF-8. What follows the first byte that is not ASCII decides: it is UTF-8
 * where more letters are that than are not; else what the document declares, or windows-1252, which is what
 * spreadsheets of Windows write. A damaged place thus changes no other letter.
 * @param onEncoding called where it is windows-1252
 * @throws TextFault naming the line, where it is not what it was taken for, after all that is before; or naming the
 *   encoding, where that is not known
 */
export async function* guessed(
  blocks: AsyncIterable<Buffer>,
  onEncoding: (encoding: Encoding) => void,
  { newline = '\n', declared = null, onDeclared = () => {} }: GuessOptions = {},
): AsyncGenerator<Buffer> {
  const iterator = wholeLines(blocks, newline)[Symbol.asyncIterator]();
  let line = 1;
  for (let next = await iterator.next(); !next.done; next = await iterator.next()) {
    const block = next.value;
    if (isAscii(block) && declared?.encoding !== IN_ASCII) {
      line += occurrences(block, newline);
      yield block;
      continue;
    }
    // What is decided from the first letter on counts from the beginning of its line.
    const letter = block.findIndex((byte) => byte > 0x7f);
    const start = letter > 0 ? block.lastIndexOf(newline, letter) + 1 : 0;
    const before = block.subarray(0, start);
    line += occurrences(before, newline);
    if (start > 0) yield before;
    const rest = (async function* () {
      yield block.subarray(start);
      yield* { [Symbol.asyncIterator]: () => iterator };
    })();
    const text = await peek(rest, DECIDING_BYTES);
    if (isMostlyUtf8(text.beginning, declared)) return yield* checkedUtf8(text.blocks, newline, line);
    if (declared === null) onEncoding('windows-1252');
    else if (declared.encoding === null)
      throw new TextFault(`declares the encoding ${declared.label}, which is not known: save it as UTF-8`);
    else onDeclared(declared.encoding);
    const encoding = declared?.encoding ?? 'windows-1252';
    return yield* recodedLines(text.blocks, encoding, newline, line);
  }
}
