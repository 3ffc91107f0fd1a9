/** What a beginning of a compressed file may become, in bytes: text becomes a tenth, tables sometimes less. */
const MOST_BYTES = 16_000_000;

const magics = [Buffer.from([0x1f, 0x8b]), Buffer.from([0x28, 0xb5, 0x2f, 0xfd])];

/** Whether a file begins as gzip or zstd does. */
export const isPacked = (bytes: Buffer): boolean =>
  magics.some((magic) => bytes.subarray(0, magic.length).equals(magic));

/**
 * The blocks of a text up to a bound, or until nobody waits any more.
 * @param isPart whether it is the beginning of a file, whose end may break off
 * @param isOver asked before each block: rows that are empty are never seen by who reads the others
 * @throws Error beyond the bound, or where the blocks cannot be read, unless it is a part
 */
export async function* cutTo(
  blocks: AsyncIterable<Buffer>,
  isPart: boolean,
  isOver: () => boolean,
  mostBytes = MOST_BYTES,
): AsyncGenerator<Buffer> {
  let bytes = 0;
  try {
    for await (const block of blocks) {
      if (isOver()) return;
      bytes += block.length;
      if (bytes > mostBytes) throw new Error(`it becomes more than ${mostBytes} bytes`);
      yield block;
    }
  } catch (error) {
    if (!isPart) throw error;
  }
}
