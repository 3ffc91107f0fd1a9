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
const packingOf = (beginning: Buffer): 'gzip' | 'zstd' | null => {
  if (isGzip(beginning)) return 'gzip';
  return isZstd(beginning) ? 'zstd' : null;
};

// Each level may make a thousand times as much of it.
async function* unpacked({ beginning, blocks }: Packed, onIgnored: (bytes: number, at: number) => void) {
  const outer = packingOf(beginning);
  if (outer === null) return yield* blocks;
  const text = await peek(
    outer === 'gzip' ? gunzip(blocks[Symbol.asyncIterator](), onIgnored) : unzstd(blocks),
    BEGINNING_BYTES,
  );
  const inner = packingOf(text.beginning);
  if (inner !== null) throw new Error(`it is packed twice, ${inner} within ${outer}: unpack it once`);
  yield* text.blocks;
}

/**
 * The blocks of a file as text in UTF-8, decompressed where it is gzip or zstd, without a byte order mark.
 * @param onBytes called with the number of bytes that were read, compressed ones where it is compressed
 * @param onIgnored called with the number of bytes behind the gzip data that are none, and where they begin
 * @param onEncoding called where a byte order mark says what the text was written in
 * @throws Error where it is packed within something packed, or damaged
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
