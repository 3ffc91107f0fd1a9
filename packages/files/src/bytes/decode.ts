import { isAscii, isUtf8 } from 'node:buffer';
import { peek } from './peek.ts';

/** How the letters of a file are written; the last where it has no byte order mark and is no UTF-8. */
export type Encoding = 'UTF-8' | 'UTF-16 LE' | 'UTF-16 BE' | 'windows-1252';

const marks: readonly (readonly [Encoding, Buffer])[] = [
  ['UTF-8', Buffer.from([0xef, 0xbb, 0xbf])],
  ['UTF-16 LE', Buffer.from([0xff, 0xfe])],
  ['UTF-16 BE', Buffer.from([0xfe, 0xff])],
];
const labels = { 'UTF-16 LE': 'utf-16le', 'UTF-16 BE': 'utf-16be', 'windows-1252': 'windows-1252' };

async function* recoded(blocks: AsyncIterable<Buffer>, encoding: keyof typeof labels) {
  const decoder = new TextDecoder(labels[encoding]);
  for await (const block of blocks) yield Buffer.from(decoder.decode(block, { stream: true }));
  yield Buffer.from(decoder.decode());
}

/** All blocks but so many bytes at the beginning. */
export async function* behindBytes(blocks: AsyncIterable<Buffer>, bytes: number) {
  let open = bytes;
  for await (const block of blocks) {
    if (open < block.length) yield block.subarray(open);
    open = Math.max(0, open - block.length);
  }
}

// Two letters of ASCII at the beginning, which every table and every JSON has: UTF-16 has a zero in each.
const isZero = (bytes: Buffer): string => [...bytes].map((byte) => Number(byte === 0)).join('');
const unmarked: Record<string, Encoding> = { '0101': 'UTF-16 LE', '1010': 'UTF-16 BE' };

/**
 * The blocks of a text in UTF-8 without its byte order mark, which says what it was written in. Of one without a mark
 * UTF-16 is known by its first two letters; what is neither is handed on as it is.
 * @param onEncoding called where that is known
 */
export async function* withoutMark(
  blocks: AsyncIterable<Buffer>,
  onEncoding: (encoding: Encoding) => void = () => {},
): AsyncGenerator<Buffer> {
  const text = await peek(blocks, 4);
  const [marked, mark] = marks.find(([, bytes]) => text.beginning.indexOf(bytes) === 0) ?? [];
  const encoding = marked ?? unmarked[isZero(text.beginning.subarray(0, 4))];
  if (!encoding) return yield* text.blocks;
  onEncoding(encoding);
  const rest = behindBytes(text.blocks, mark?.length ?? 0);
  yield* encoding === 'UTF-8' ? rest : recoded(rest, encoding as keyof typeof labels);
}

// A letter takes four bytes at most: the last of a block may go on in the next.
const mayBeUtf8 = (block: Buffer): boolean =>
  [0, 1, 2, 3].some((cut) => cut < block.length && isUtf8(block.subarray(0, block.length - cut)));

/**
 * The blocks of a text without a mark in UTF-8. The first block that has more than ASCII decides: UTF-8 where it is
 * that, else windows-1252, which is what spreadsheets of Windows write.
 * @param onEncoding called once that is known
 */
export async function* guessed(
  blocks: AsyncIterable<Buffer>,
  onEncoding: (encoding: Encoding) => void,
): AsyncGenerator<Buffer> {
  const iterator = blocks[Symbol.asyncIterator]();
  for (let next = await iterator.next(); !next.done; next = await iterator.next()) {
    const block = next.value;
    if (isAscii(block)) {
      yield block;
      continue;
    }
    const rest = (async function* () {
      yield block;
      yield* { [Symbol.asyncIterator]: () => iterator };
    })();
    if (mayBeUtf8(block)) return yield* rest;
    onEncoding('windows-1252');
    return yield* recoded(rest, 'windows-1252');
  }
}
