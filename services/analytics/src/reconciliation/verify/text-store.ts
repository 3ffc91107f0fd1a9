const CHUNK = 2 ** 20;
const LENGTH_BYTES = 4;

/**
 * Keeps many texts outside of JavaScript's heap, in a few large pieces: as strings they would outlive its young
 * generation, and a heap that is full of what is dead by the next partition is cleaned late.
 */
export const createTextStore = () => {
  const chunks: Buffer[] = [];
  let used = CHUNK;
  return {
    /** @returns the place to ask for */
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
