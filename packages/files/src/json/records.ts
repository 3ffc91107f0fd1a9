import { splitLines } from '@skillstream/contracts/ndjson';
import type { ArrayBelow } from './array-below.ts';
import { elementsOfFile, objectsOfFile } from './elements.ts';
import { MAX_RECORD_BYTES, recordOf, type InputRecord } from './input-record.ts';
import { createJsonInput } from './json-input.ts';
import { postingsBelow } from './postings-below.ts';

/** How JSON is laid out in a file: a value a line (NDJSON), an array, arrays below keys, or one object. */
export type JsonLayout = { kind: 'lines' | 'array' | 'object' } | { kind: 'below'; main: ArrayBelow };

/** The lines of NDJSON; empty ones are left out but count. */
async function* linesOf(blocks: AsyncIterable<Buffer>, maxBytes: number): AsyncGenerator<InputRecord> {
  for await (const lines of splitLines(blocks, maxBytes))
    for (const { line, bytes } of lines) {
      const record = recordOf(line, bytes, maxBytes);
      if (record) yield record;
    }
}

async function* valuesOf(
  blocks: AsyncIterable<Buffer>,
  layout: Exclude<JsonLayout, { kind: 'lines' }>,
  maxBytes: number,
): AsyncGenerator<InputRecord> {
  const iterator = blocks[Symbol.asyncIterator]();
  const input = createJsonInput(iterator, maxBytes);
  try {
    if (layout.kind === 'below') yield* postingsBelow(input, layout.main);
    else yield* layout.kind === 'array' ? elementsOfFile(input) : objectsOfFile(input);
  } finally {
    // Of a file that is not read to its end, too: it is closed.
    await iterator.return?.();
  }
}

/**
 * The JSON values in a file's blocks, one by one, in constant memory.
 * @throws Error where the file cannot be read to its end, after all that could be
 */
export const jsonRecords = (
  blocks: AsyncIterable<Buffer>,
  layout: JsonLayout,
  maxBytes = MAX_RECORD_BYTES,
): AsyncGenerator<InputRecord> =>
  layout.kind === 'lines' ? linesOf(blocks, maxBytes) : valuesOf(blocks, layout, maxBytes);
