import { isBlank, splitLines } from '@skillstream/contracts/ndjson';
import { tooLong, type Piece } from './record.ts';

/** The lines of NDJSON; empty ones are left out but count. */
export async function* linesOf(blocks: AsyncIterable<Buffer>, maxBytes: number): AsyncGenerator<Piece> {
  for await (const lines of splitLines(blocks, maxBytes))
    for (const { line, bytes } of lines) {
      if (bytes === null) yield tooLong(line, maxBytes);
      else if (!isBlank(bytes)) yield { line, bytes };
    }
}
