import { blocksOf } from './bytes/blocks.ts';
import { openPostings, type OpenOptions } from './open-postings.ts';

/** Cuts bytes into blocks of a size, to show that block borders do not matter. */
export async function* cut(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

/** Reads a whole file: what is sent of it, what is not, and why it ended early. */
export const readFile = async (content: string | Buffer, options: Partial<OpenOptions> = {}, size = 7) => {
  let encoding = 'UTF-8';
  const onEncoding = (found: string) => void (encoding = found);
  const blocks = blocksOf(cut(Buffer.from(content as string), size), () => {}, undefined, onEncoding);
  const file = await openPostings(blocks, {
    defaultSource: 'file',
    onEncoding,
    onDeclared: onEncoding,
    ...options,
  });
  const postings: unknown[] = [];
  const lineNumbers: number[] = [];
  const faults: [line: number, path: string, message: string][] = [];
  let error: string | null = null;
  try {
    for await (const line of file.lines)
      if ('faults' in line) faults.push([line.line, line.faults[0]!.path, line.faults[0]!.message]);
      else {
        postings.push(line.posting);
        lineNumbers.push(line.line);
      }
  } catch (thrown) {
    error = (thrown as Error).message;
  }
  return { ...file, encoding, postings, lineNumbers, faults, error };
};
