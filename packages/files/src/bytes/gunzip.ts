import { constants, crc32, createInflateRaw } from 'node:zlib';
import { createByteReader, type ByteReader } from './byte-reader.ts';

// RFC 1952, 2.3: the first bytes of each member; the third is the only compression method.
const MAGIC = Buffer.from([0x1f, 0x8b, 0x08]);
const HEADER_BYTES = 10;
const [FLAGS_AT, HAS_CRC, HAS_EXTRA, HAS_NAME, HAS_COMMENT] = [3, 2, 4, 8, 16];
const TRAILER_BYTES = 8;

/** Whether a file begins as gzip does (RFC 1952, 2.3.1), whatever its name is. */
export const isGzip = (beginning: Uint8Array): boolean =>
  beginning[0] === MAGIC[0] && beginning[1] === MAGIC[1];

const breaksOff = (take: ByteReader) =>
  new Error(`unexpected end of file: it is packed, and breaks off at byte ${take.position()}`);
const must = async (take: ByteReader, count: number): Promise<Buffer> => {
  const bytes = await take.bytes(count);
  if (bytes.length < count) throw breaksOff(take);
  return bytes;
};

const passHeader = async (take: ByteReader): Promise<void> => {
  const flags = (await must(take, HEADER_BYTES - MAGIC.length))[FLAGS_AT - MAGIC.length]!;
  if (flags & HAS_EXTRA) await must(take, (await must(take, 2)).readUInt16LE());
  for (const flag of [HAS_NAME, HAS_COMMENT])
    if (flags & flag && !(await take.passUntil(0))) throw breaksOff(take);
  if (flags & HAS_CRC) await must(take, 2);
};

async function* inflated(take: ByteReader): AsyncGenerator<Buffer> {
  // With this flush everything that can be decompressed comes out, also of a truncated file, whose trailer is missing,
  // too.
  const inflate = createInflateRaw({ finishFlush: constants.Z_SYNC_FLUSH });
  let given = 0;
  const feed = async () => {
    while (inflate.bytesWritten === given && !inflate.destroyed) {
      const block = await take.next();
      if (block === null) return void inflate.end();
      given += block.length;
      await new Promise((resolve) => inflate.write(block, resolve));
      // It consumes no bytes behind its own end.
      if (inflate.bytesWritten < given)
        take.giveBack(block.subarray(block.length - given + inflate.bytesWritten));
    }
  };
  const fed = feed().catch((error: Error) => void inflate.destroy(error));
  try {
    yield* inflate as AsyncIterable<Buffer>;
    await fed;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'Z_DATA_ERROR') throw error;
    const why = (error as Error).message;
    throw new Error(`what is packed is damaged before byte ${take.position()}: ${why}`, { cause: error });
  } finally {
    inflate.destroy();
  }
}

async function* unpackedMember(take: ByteReader): AsyncGenerator<Buffer> {
  await passHeader(take);
  let [sum, size] = [0, 0];
  for await (const block of inflated(take)) {
    sum = crc32(block, sum);
    size = (size + block.length) % 2 ** 32;
    yield block;
  }
  const trailer = await must(take, TRAILER_BYTES);
  if (trailer.readUInt32LE(0) !== sum || trailer.readUInt32LE(4) !== size)
    throw new Error(`what is packed is damaged: its checksum at byte ${take.position()} is another`);
}

const countRest = async (take: ByteReader): Promise<number> => {
  const from = take.position();
  while ((await take.next()) !== null);
  return take.position() - from;
};

/**
 * Decompresses gzip as `gunzip` does, in constant memory. Members follow one another, zeros between and behind them
 * are padding, and anything else is ignored: Node's own Gunzip throws there, and drops what it had decompressed of the
 * same block. Of a truncated file everything that can be decompressed comes first.
 * @param onIgnored called with the number of bytes at the end that are no gzip, and where they begin
 * @throws Error where the file is truncated or damaged, with the place
 */
export async function* gunzip(
  blocks: AsyncIterator<Buffer>,
  onIgnored: (bytes: number, at: number) => void,
): AsyncGenerator<Buffer> {
  const take = createByteReader(blocks);
  for (let members = 0; ; members += 1) {
    const at = take.position();
    const beginning = await take.bytes(MAGIC.length);
    if (beginning.equals(MAGIC)) {
      yield* unpackedMember(take);
      await take.pass(0);
      continue;
    }
    if (members > 0 && beginning.length === 0) return;
    if (MAGIC.subarray(0, beginning.length).equals(beginning)) throw breaksOff(take);
    if (members === 0) throw new Error('it begins as gzip does, but is packed by another method');
    return onIgnored(beginning.length + (await countRest(take)), at);
  }
}
