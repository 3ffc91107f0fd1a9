import { Readable } from 'node:stream';
import { blocksOf, openPostings, type OpenOptions } from '@skillstream/files';
import { count } from '../terminal/numbers.ts';
import type { InputPart } from './parts.ts';

/** Lets go of what is read no further: a stream that is left alone holds its file until the process ends. */
const endOf = async (blocks: AsyncIterable<Buffer>): Promise<void> => {
  if (blocks instanceof Readable) blocks.destroy();
  else await blocks[Symbol.asyncIterator]().return?.();
};

/**
 * Opens one of the files that are loaded.
 * @param onBytes called with how many bytes were read of what is loaded
 * @returns the file, how its text is written, what else is to be said at its end, and `close`, to be called in the end
 * @throws Error where what it is cannot be told
 */
export const openPart = async (part: InputPart, options: OpenOptions, onBytes: (bytes: number) => void) => {
  let encoding = 'UTF-8';
  const notes: string[] = [];
  const onEncoding = (found: string) => void (encoding = found);
  const read = await part.open();
  const blocks = blocksOf(
    read,
    (bytes) => onBytes(bytes * part.share),
    (bytes, at) => notes.push(`${count(bytes)} bytes from byte ${count(at)} on are no gzip and were ignored`),
    onEncoding,
  );
  const opening = openPostings(blocks, { ...options, onEncoding, onDeclared: onEncoding });
  const opened = await opening.catch(async (error: unknown) => {
    await endOf(read);
    throw error;
  });
  return {
    ...opened,
    name: part.name,
    /** Known once text with more than ASCII was read. */
    encoding: () => encoding,
    notes: () => notes,
    close: () => endOf(read),
  };
};

export type OpenPart = Awaited<ReturnType<typeof openPart>>;
