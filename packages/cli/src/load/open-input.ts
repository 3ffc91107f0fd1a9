import { blocksOf, openPostings, type OpenOptions } from '@skillstream/files';
import { count } from '../terminal/numbers.ts';
import type { InputPart } from './parts.ts';

/**
 * Opens one of the files that are loaded.
 * @param onBytes called with how many bytes were read of what is loaded
 * @returns the file, how its text is written, and what else is to be said at its end
 * @throws Error where what it is cannot be told
 */
export const openPart = async (part: InputPart, options: OpenOptions, onBytes: (bytes: number) => void) => {
  let encoding = 'UTF-8';
  const notes: string[] = [];
  const onEncoding = (found: string) => void (encoding = found);
  const blocks = blocksOf(
    await part.open(),
    (bytes) => onBytes(bytes * part.share),
    (bytes, at) => notes.push(`${count(bytes)} bytes from byte ${count(at)} on are no gzip and were ignored`),
    onEncoding,
  );
  return {
    ...(await openPostings(blocks, { ...options, onEncoding, onDeclared: onEncoding })),
    name: part.name,
    /** Known once text with more than ASCII was read. */
    encoding: () => encoding,
    notes: () => notes,
  };
};

export type OpenPart = Awaited<ReturnType<typeof openPart>>;
