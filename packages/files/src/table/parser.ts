import { finished } from 'node:stream/promises';
import { parse } from 'csv-parse';
import type { Marks } from './scan.ts';

/** A record and where it ends, in bytes from the first that the parser was given. */
export type ParsedRecord = { cells: string[]; end: number };

/**
 * Parses a table block by block: what comes of a block is there when it was given, so that memory holds one block and
 * one record. Quotes that are no good are letters: who calls knows the bytes, and decides.
 */
export const createTableParser = ({ delimiter, quote, escape, newline }: Marks) => {
  let found: ParsedRecord[] = [];
  const parser = parse({
    ...{ delimiter, quote: quote || null, escape: escape || null },
    record_delimiter: newline === '\n' ? ['\r\n', '\n'] : ['\r'],
    // A blank may stand before a quote, as in `a, "b"`.
    ltrim: true,
    ...{ relax_quotes: true, relax_column_count: true, skip_empty_lines: true },
    on_record: (cells: string[], { bytes }) => {
      found.push({ cells, end: bytes });
      return null;
    },
  });
  // It emits none; reading lets it end.
  parser.resume();
  const over = finished(parser).catch((error: Error) => error);
  return {
    add: (block: Buffer): Promise<void> =>
      new Promise(
        (resolve, reject) => void parser.write(block, (error) => (error ? reject(error) : resolve())),
      ),
    /** @returns false where the end came within quotes: that record is none of those to take */
    end: async (): Promise<boolean> => {
      parser.end();
      const error = await over;
      if (error && (error as { code?: unknown }).code !== 'CSV_QUOTE_NOT_CLOSED') throw error;
      return !error;
    },
    /** Returns the records since the last call. */
    take: (): ParsedRecord[] => {
      const taken = found;
      found = [];
      return taken;
    },
  };
};
