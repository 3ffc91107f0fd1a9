import { isUtf8 } from 'node:buffer';

/** Splits chunks of bytes at line feeds; a last line without one counts too. Memory holds one line. */
export async function* splitLines(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let pieces: Buffer[] = [];
  for await (const chunk of chunks) {
    let from = 0;
    for (let stop = chunk.indexOf(10); stop !== -1; stop = chunk.indexOf(10, from)) {
      const piece = chunk.subarray(from, stop);
      yield pieces.length === 0 ? piece : Buffer.concat([...pieces, piece]);
      pieces = [];
      from = stop + 1;
    }
    if (from < chunk.length) pieces.push(chunk.subarray(from));
  }
  if (pieces.length > 0) yield Buffer.concat(pieces);
}

/** The text of a line. @throws Error when the bytes are not UTF-8 */
export function decodeLine(line: Buffer): string {
  if (!isUtf8(line)) throw new Error('the line is not valid UTF-8');
  return line.toString('utf8');
}
