import { isBlank } from '@skillstream/contracts/ndjson';

/**
 * Where a posting stands in a file: the line on which it begins, from 1, and its index in a JSON array, from 0; and in
 * which of several files.
 */
export type InputLocation = { line: number; index?: number; file?: string };

/**
 * The bytes of one posting as they are in a file, and where. `fault` says why a record cannot be sent: it is longer
 * than allowed, or the file is truncated.
 */
export type InputRecord = InputLocation & ({ bytes: Buffer } | { fault: string });

/** A longer record is not buffered; ingestion accepts less than this. */
export const MAX_RECORD_BYTES = 4 * 1024 * 1024;
const tooLong = (line: number, maxBytes: number): InputRecord => ({
  line,
  fault: `is longer than ${maxBytes} bytes`,
});

/**
 * Makes a record of some bytes; null where they are blank.
 * @param bytes null where there are more than `maxBytes`
 */
export const recordOf = (line: number, bytes: Buffer | null, maxBytes: number): InputRecord | null => {
  if (bytes === null) return tooLong(line, maxBytes);
  return isBlank(bytes) ? null : { line, bytes };
};

/** Collects the bytes of a record up to a limit, above which only its length is known. */
export const createCollector = (maxBytes: number) => {
  let parts: Buffer[] = [];
  let size = 0;
  return {
    add: (part: Buffer) => {
      size += part.length;
      if (size > maxBytes) parts = [];
      else if (part.length > 0) parts.push(part);
    },
    /** Returns the record so far, null when it is empty, and starts the next. */
    take: (line: number): InputRecord | null => {
      const bytes = size > maxBytes ? null : Buffer.concat(parts);
      parts = [];
      size = 0;
      return recordOf(line, bytes, maxBytes);
    },
  };
};
