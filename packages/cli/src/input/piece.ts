/**
 * One posting's bytes as they stand in a file, and the line on which they begin, from 1.
 * `fault` says why a piece cannot be sent: it is longer than allowed, or the file breaks off.
 */
export type Piece = { line: number; bytes: Buffer } | { line: number; fault: string };

/** A longer piece is not kept in memory; ingestion takes less than this. */
export const MAX_PIECE_BYTES = 4 * 1024 * 1024;
const tooLong = (line: number, maxBytes: number): Piece => ({
  line,
  fault: `is longer than ${maxBytes} bytes`,
});

const isBlank = (byte: number) => byte === 0x20 || byte === 0x09 || byte === 0x0d || byte === 0x0a;
/** Whether there is nothing but white space. */
export const isEmpty = (bytes: Uint8Array): boolean => bytes.every(isBlank);

/** Collects the bytes of a piece up to a limit, above which only its length is known. */
export const createCollector = (maxBytes: number) => {
  let parts: Buffer[] = [];
  let size = 0;
  return {
    add: (part: Buffer) => {
      size += part.length;
      if (size > maxBytes) parts = [];
      else if (part.length > 0) parts.push(part);
    },
    /** The piece so far, null when it is empty; begins anew. */
    take: (line: number): Piece | null => {
      const bytes = Buffer.concat(parts);
      const long = size > maxBytes;
      parts = [];
      size = 0;
      if (long) return tooLong(line, maxBytes);
      return isEmpty(bytes) ? null : { line, bytes };
    },
  };
};
