import { isUtf8 } from 'node:buffer';
import { splitLines as split } from '@skillstream/contracts/ndjson';

/** A text has at most 200,000 characters, so a longer line is not a posting. */
const MOST_BYTES = 16 * 1024 * 1024;

/** Splits a stream of bytes into lines, including empty ones; null stands for a line that is too long to buffer. */
export async function* splitLines(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer | null> {
  for await (const lines of split(chunks, MOST_BYTES)) for (const { bytes } of lines) yield bytes;
}

/** Decodes a line. @throws Error when it is too long, or is not UTF-8 */
export function decodeLine(line: Buffer | null): string {
  if (line === null) throw new Error(`the line is longer than ${MOST_BYTES} bytes`);
  if (!isUtf8(line)) throw new Error('the line is not valid UTF-8');
  return line.toString('utf8');
}
