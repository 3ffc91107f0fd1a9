import { isBlank, splitLines } from '@skillstream/contracts/ndjson';
import { elementsOf } from './elements.ts';
import { MAX_RECORD_BYTES, recordOf, type InputRecord } from './input-record.ts';

export type InputFormat = 'lines' | 'array' | 'object';

/** The format of a file by its first line: an array, one object over several lines, else NDJSON. */
export const detectFormat = (firstLine: string): InputFormat => {
  const text = firstLine.trim();
  if (text.startsWith('[')) return 'array';
  return text === '{' ? 'object' : 'lines';
};

const LOOK_BYTES = 64 * 1024;
const NEWLINE = 0x0a;

/**
 * The first line that is not empty, as blocks come, or its beginning up to so many bytes. Each byte is scanned once: a
 * file may be one line, and come in small blocks.
 */
const createFirstLine = (mostBytes: number) => {
  let text = '';
  let looked = 0;
  let ended = false;
  return {
    add: (block: Buffer): void => {
      for (let at = 0; at < block.length && !ended && looked < mostBytes;) {
        const found = block.indexOf(NEWLINE, at);
        const end = Math.min(found === -1 ? block.length : found, at + mostBytes - looked);
        const part = block.subarray(at, end);
        if (text !== '' || !isBlank(part)) text += part.toString('latin1');
        ended = found === end && text !== '';
        looked += end - at + (found === end ? 1 : 0);
        at = end + 1;
      }
    },
    known: (): boolean => ended || looked >= mostBytes,
    text: (): string => text,
  };
};

/** The lines of NDJSON; empty ones are left out but count. */
async function* linesOf(blocks: AsyncIterable<Buffer>, maxBytes: number): AsyncGenerator<InputRecord> {
  for await (const lines of splitLines(blocks, maxBytes))
    for (const { line, bytes } of lines) {
      const record = recordOf(line, bytes, maxBytes);
      if (record) yield record;
    }
}

/**
 * The postings in a file's blocks, one by one, in constant memory.
 * @throws Error where the file cannot be read to its end, after all that could be
 */
export async function* recordsOf(
  blocks: AsyncIterable<Buffer>,
  maxBytes = MAX_RECORD_BYTES,
): AsyncGenerator<InputRecord> {
  const iterator = blocks[Symbol.asyncIterator]();
  const seen: Buffer[] = [];
  const first = createFirstLine(LOOK_BYTES);
  let over = false;
  let failed: Error | null = null;
  while (!over && !first.known()) {
    const next = await iterator.next().catch((error: Error) => {
      failed = error;
      return { done: true } as const;
    });
    if (next.done) over = true;
    else {
      seen.push(next.value);
      first.add(next.value);
    }
  }
  async function* all() {
    yield* seen;
    if (failed) throw failed as Error;
    if (!over) yield* { [Symbol.asyncIterator]: () => iterator };
  }
  const form = detectFormat(first.text());
  if (form === 'lines') yield* linesOf(all(), maxBytes);
  else yield* elementsOf(all(), form === 'array', maxBytes);
}
