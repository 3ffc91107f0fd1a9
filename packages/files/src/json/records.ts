import { splitLines } from '@skillstream/contracts/ndjson';
import { elementsOf } from './elements.ts';
import { MAX_RECORD_BYTES, recordOf, type InputRecord } from './input-record.ts';

/** How JSON is laid out in a file: a value a line (NDJSON), an array, an array below a key, or one object. */
export type JsonLayout = 'lines' | 'array' | 'below' | 'object';

/** The lines of NDJSON; empty ones are left out but count. */
async function* linesOf(blocks: AsyncIterable<Buffer>, maxBytes: number): AsyncGenerator<InputRecord> {
  for await (const lines of splitLines(blocks, maxBytes))
    for (const { line, bytes } of lines) {
      const record = recordOf(line, bytes, maxBytes);
      if (record) yield record;
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
  layout === 'lines'
    ? linesOf(blocks, maxBytes)
    : elementsOf(blocks, layout !== 'object', maxBytes, layout === 'below');
