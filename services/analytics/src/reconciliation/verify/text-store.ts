const CHUNK = 2 ** 20;
const LENGTH_BYTES = 4;

/**
 * Stores many texts outside of V8's heap, in a few large chunks: as strings they would survive into the old
 * generation, which is collected late, though they are garbage by the next partition.
 */
export const createTextStore = () => {
  const chunks: Buffer[] = [];
  let used = CHUNK;
  return {
    /** Stores a text. @returns its handle */
    put: (text: string): number => {
      const bytes = LENGTH_BYTES + Buffer.byteLength(text);
      if (used + bytes > CHUNK) {
        chunks.push(Buffer.allocUnsafeSlow(Math.max(CHUNK, bytes)));
        used = 0;
      }
      const chunk = chunks.at(-1)!;
      const place = (chunks.length - 1) * CHUNK + used;
      chunk.writeUInt32LE(bytes - LENGTH_BYTES, used);
      chunk.write(text, used + LENGTH_BYTES);
      used += bytes;
      return place;
    },
    get: (place: number): string => {
      const chunk = chunks[Math.floor(place / CHUNK)]!;
      const from = place % CHUNK;
      const start = from + LENGTH_BYTES;
      return chunk.toString('utf8', start, start + chunk.readUInt32LE(from));
    },
  };
};
