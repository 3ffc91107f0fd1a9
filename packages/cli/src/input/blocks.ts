import { gunzip, isGzip } from './gunzip.ts';

const withoutMark = (block: Buffer) =>
  block[0] === 0xef && block[1] === 0xbb && block[2] === 0xbf ? block.subarray(3) : block;

// Enough to see what a file is; blocks before it are put together.
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
 * The blocks of a file, unpacked where it is gzip, without a byte order mark.
 * @param onBytes hears of bytes as they are read, packed ones where it is gzip
 * @param onIgnored hears of how many bytes behind what is packed are no gzip, and where they begin
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
