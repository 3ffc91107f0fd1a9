import { gunzip, isGzip } from './gunzip.ts';

const withoutMark = (block: Buffer) =>
  block[0] === 0xef && block[1] === 0xbb && block[2] === 0xbf ? block.subarray(3) : block;

// Enough to detect a file's format; blocks before it are joined.
const BEGINNING_BYTES = 4;

async function* counted(input: AsyncIterable<Buffer>, onBytes: (bytes: number) => void) {
  let beginning = Buffer.alloc(0);
  let begun = false;
  for await (const block of input) {
    onBytes(block.length);
    if (begun) {
      yield block;
      continue;
    }
    beginning = Buffer.concat([beginning, block]);
    if (beginning.length < BEGINNING_BYTES) continue;
    begun = true;
    yield beginning;
  }
  if (!begun && beginning.length > 0) yield beginning;
}

/**
 * The blocks of a file, decompressed where it is gzip, without a byte order mark.
 * @param onBytes called with the number of bytes that were read, compressed ones where it is gzip
 * @param onIgnored called with the number of bytes behind the gzip data that are none, and where they begin
 */
export async function* blocksOf(
  input: AsyncIterable<Buffer>,
  onBytes: (bytes: number) => void,
  onIgnored: (bytes: number, at: number) => void = () => {},
): AsyncGenerator<Buffer> {
  const source = counted(input, onBytes);
  const first = await source.next();
  if (first.done) return;
  async function* again() {
    yield first.value as Buffer;
    yield* source;
  }
  if (!isGzip(first.value)) {
    yield withoutMark(first.value);
    yield* source;
    return;
  }
  let begun = false;
  for await (const block of gunzip(again(), onIgnored)) {
    yield begun ? block : withoutMark(block);
    begun = true;
  }
}
