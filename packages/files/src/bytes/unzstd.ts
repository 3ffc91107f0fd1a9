import { constants, createZstdDecompress } from 'node:zlib';
import { createByteReader, type ByteReader } from './byte-reader.ts';

// RFC 8878, 3.1: frames, and those that a decoder skips.
const MAGIC = 0xfd2fb528;
const isSkippable = (magic: number) => magic >= 0x184d2a50 && magic <= 0x184d2a5f;
const MAGIC_BYTES = 4;
// 128 MB, which `zstd --ultra` and `--long` stay within: a frame may ask for much more memory.
const WINDOW_LOG_MAX = 27;

/** Whether a file begins as zstd does, whatever its name is. */
export const isZstd = (beginning: Buffer): boolean =>
  beginning.length >= MAGIC_BYTES && isFrame(beginning.readUInt32LE());
const isFrame = (magic: number): boolean => magic === MAGIC || isSkippable(magic);

const damaged = (take: ByteReader, { code, message }: NodeJS.ErrnoException): Error =>
  code === 'Z_BUF_ERROR'
    ? new Error(`unexpected end of file: it is packed, and breaks off at byte ${take.position()}`)
    : new Error(`what is packed is damaged before byte ${take.position()}: ${message}`);

/**
 * One frame. What comes of a block is taken before the next is given: a stream that fails throws away what nobody has
 * read yet, and a block of a few bytes may become gigabytes.
 */
async function* unpackedFrame(take: ByteReader, magic: Buffer): AsyncGenerator<Buffer> {
  const zstd = createZstdDecompress({ params: { [constants.ZSTD_d_windowLogMax]: WINDOW_LOG_MAX } });
  let failed: Error | null = null;
  let wake = () => {};
  zstd.on('error', (error) => {
    failed ??= error;
    wake();
  });
  zstd.on('readable', () => wake());
  zstd.on('end', () => wake());

  async function* outputOf(give: (done: () => void) => void, isOver: (given: boolean) => boolean) {
    let given = false;
    give(() => {
      given = true;
      wake();
    });
    for (;;) {
      const output = zstd.read() as Buffer | null;
      if (output !== null) yield output;
      else if (failed || isOver(given)) return;
      else await new Promise<void>((resolve) => void (wake = resolve));
    }
  }

  try {
    let given = 0;
    for (let [first, ended] = [true, false]; !ended && !failed; first = false) {
      const block = first ? magic : await take.next();
      ended = block === null;
      if (block === null)
        yield* outputOf(
          (done) => void zstd.end(done),
          () => zstd.readableEnded,
        );
      else {
        given += block.length;
        yield* outputOf(
          (done) => void zstd.write(block, () => done()),
          (written) => written || zstd.readableEnded,
        );
        // It consumes no bytes behind its own end.
        if (failed || zstd.bytesWritten === given) continue;
        take.giveBack(block.subarray(block.length - given + zstd.bytesWritten));
        return;
      }
    }
    if (failed) throw damaged(take, failed);
  } finally {
    zstd.destroy();
  }
}

/**
 * Decompresses zstd as `unzstd` does, in constant memory: frames follow one another, and anything else behind them is
 * an error. Of a truncated file everything that can be decompressed comes first. Node's own decoder ends at the first
 * frame.
 * @throws Error where the file is truncated or damaged, with the place
 */
export async function* unzstd(blocks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const take = createByteReader(blocks[Symbol.asyncIterator]());
  for (;;) {
    const magic = await take.bytes(MAGIC_BYTES);
    if (magic.length === 0) return;
    if (!isZstd(magic)) throw damaged(take, new Error('there is no frame'));
    yield* unpackedFrame(take, magic);
  }
}
