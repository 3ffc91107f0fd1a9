import { elementsOf } from './elements.ts';
import { linesOf } from './lines.ts';
import { MAX_PIECE_BYTES, type Piece } from './piece.ts';

export type Form = 'lines' | 'array' | 'object';

/** What a file is by its first line: an array, one object over several lines, else a posting a line. */
export const formOf = (firstLine: string): Form => {
  const text = firstLine.trim();
  if (text.startsWith('[')) return 'array';
  return text === '{' ? 'object' : 'lines';
};

const LOOK_BYTES = 64 * 1024;

/** The postings in a file's blocks, one by one, in constant memory. */
export async function* piecesOf(
  blocks: AsyncIterable<Buffer>,
  maxBytes = MAX_PIECE_BYTES,
): AsyncGenerator<Piece> {
  const iterator = blocks[Symbol.asyncIterator]();
  let seen = Buffer.alloc(0);
  let over = false;
  // The first line that is not empty decides, or what there is of it.
  while (!over && seen.length < LOOK_BYTES && !/\S[^\n]*\n/.test(seen.toString('latin1'))) {
    const next = await iterator.next();
    if (next.done) over = true;
    else seen = Buffer.concat([seen, next.value]);
  }
  async function* all() {
    yield seen;
    if (!over) yield* { [Symbol.asyncIterator]: () => iterator };
  }
  const firstLine = /\S[^\n]*/.exec(seen.subarray(0, LOOK_BYTES).toString('latin1'))?.[0] ?? '';
  const form = formOf(firstLine);
  if (form === 'lines') yield* linesOf(all(), maxBytes);
  else yield* elementsOf(all(), form === 'array', maxBytes);
}
