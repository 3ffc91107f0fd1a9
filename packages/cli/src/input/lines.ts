import { createCollector, type Piece } from './piece.ts';

const NEWLINE = 0x0a;

/** The lines of NDJSON; empty ones are left out but count. */
export async function* linesOf(blocks: AsyncIterable<Buffer>, maxBytes: number): AsyncGenerator<Piece> {
  const collector = createCollector(maxBytes);
  let line = 1;
  for await (const block of blocks) {
    let start = 0;
    for (let end = block.indexOf(NEWLINE); end !== -1; end = block.indexOf(NEWLINE, start)) {
      collector.add(block.subarray(start, end));
      const piece = collector.take(line);
      if (piece) yield piece;
      line += 1;
      start = end + 1;
    }
    collector.add(block.subarray(start));
  }
  const last = collector.take(line);
  if (last) yield last;
}
