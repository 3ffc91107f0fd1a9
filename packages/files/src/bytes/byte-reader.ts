/**
 * Reads blocks of bytes, of which unused bytes can be put back. Counts what was consumed, so that an error can name
 * its place.
 */
export const createByteReader = (blocks: AsyncIterator<Buffer>) => {
  let unread: Buffer | null = null;
  let taken = 0;
  const next = async (): Promise<Buffer | null> => {
    let block = unread;
    unread = null;
    while (block === null || block.length === 0) {
      const read = await blocks.next();
      if (read.done) return null;
      block = read.value;
    }
    taken += block.length;
    return block;
  };
  const giveBack = (rest: Buffer): void => {
    taken -= rest.length;
    unread = rest;
  };
  return {
    /** The next block, never an empty one; null at the end. */
    next,
    /** Puts back the last bytes of the block that `next` returned. */
    giveBack,
    /** Reads so many bytes; fewer where the blocks end before. */
    bytes: async (count: number): Promise<Buffer> => {
      const parts: Buffer[] = [];
      for (let open = count; open > 0;) {
        const block = await next();
        if (block === null) break;
        parts.push(block.subarray(0, open));
        if (block.length > open) giveBack(block.subarray(open));
        open -= Math.min(open, block.length);
      }
      return Buffer.concat(parts);
    },
    /** Skips all bytes of this value. */
    pass: async (byte: number): Promise<void> => {
      for (let block = await next(); block !== null; block = await next()) {
        const other = block.findIndex((found) => found !== byte);
        if (other === -1) continue;
        giveBack(block.subarray(other));
        return;
      }
    },
    /** Skips everything up to this byte, and the byte itself; false where there is none. */
    passUntil: async (byte: number): Promise<boolean> => {
      for (let block = await next(); block !== null; block = await next()) {
        const at = block.indexOf(byte);
        if (at === -1) continue;
        giveBack(block.subarray(at + 1));
        return true;
      }
      return false;
    },
    /** How many bytes were consumed and not put back. */
    position: (): number => taken,
  };
};

export type ByteReader = ReturnType<typeof createByteReader>;
