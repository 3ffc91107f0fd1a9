import { withoutMark, type Encoding } from './decode.ts';
import { gunzip, isGzip } from './gunzip.ts';
import { peek } from './peek.ts';
import { isZstd, unzstd } from './unzstd.ts';

// Enough to detect how a file is compressed.
const BEGINNING_BYTES = 4;

async function* counted(input: AsyncIterable<Buffer>, onBytes: (bytes: number) => void) {
  for await (const block of input) {
    onBytes(block.length);
    yield block;
  }
}

type Packed = { beginning: Buffer; blocks: AsyncIterable<Buffer> };
const unpacked = ({ beginning, blocks }: Packed, onIgnored: (bytes: number, at: number) => void) => {
  if (isGzip(beginning)) return gunzip(blocks[Symbol.asyncIterator](), onIgnored);
  return isZstd(beginning) ? unzstd(blocks) : blocks;
};

/**
 * The blocks of a file as text in UTF-8, decompressed where it is gzip or zstd, without a byte order mark.
 * @param onBytes called with the number of bytes that were read, compressed ones where it is compressed
 * @param onIgnored called with the number of bytes behind the gzip data that are none, and where they begin
 * @param onEncoding called where a byte order mark says what the text was written in
 */
export async function* blocksOf(
  input: AsyncIterable<Buffer>,
  onBytes: (bytes: number) => void,
  onIgnored: (bytes: number, at: number) => void = () => {},
  onEncoding: (encoding: Encoding) => void = () => {},
): AsyncGenerator<Buffer> {
  const file = await peek(counted(input, onBytes), BEGINNING_BYTES);
  yield* withoutMark(unpacked(file, onIgnored), onEncoding);
}
