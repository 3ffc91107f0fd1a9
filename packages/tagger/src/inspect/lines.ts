import { isUtf8 } from 'node:buffer';
import { splitLines as split } from '@skillstream/contracts/ndjson';

/** A text has 200,000 characters at most, so a longer line is no posting. */
const MOST_BYTES = 16 * 1024 * 1024;

/** The lines of a stream of bytes, empty ones too; null stands for one that is too long to be kept. */
export async function* splitLines(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer | null> {
  for await (const lines of split(chunks, MOST_BYTES)) for (const { bytes } of lines) yield bytes;
}

/** The text of a line. @throws Error when it is too long, or its bytes are not UTF-8 */
export function decodeLine(line: Buffer | null): string {
  if (line === null) throw new Error(`the line is longer than ${MOST_BYTES} bytes`);
  if (!isUtf8(line)) throw new Error('the line is not valid UTF-8');
  return line.toString('utf8');
}
