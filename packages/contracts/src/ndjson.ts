/** A line of NDJSON, counted from 1; without its bytes where it is longer than allowed. */
export type NdjsonLine = { line: number; bytes: Buffer | null };

const NEWLINE = 0x0a;
/** Lines that are split off at once: a block of 64 KB may hold 64,000, and each becomes an object. */
export const LINES_AT_ONCE = 200;

/** Whether a line holds nothing but white space; such a line is skipped, but it counts. */
export const isBlank = (bytes: Uint8Array): boolean =>
  bytes.every((byte) => byte === 0x20 || byte === 0x09 || byte === 0x0d || byte === NEWLINE);

const bufferOf = (bytes: Uint8Array): Buffer =>
  Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/**
 * Splits a stream of bytes into lines; a last line without a line feed counts too. Each byte is scanned once, however
 * small the blocks are, and at most one line is buffered.
 * @param maxBytes a longer line is skipped without being buffered
 * @returns the lines that end in a block of the stream, a few hundred at a time; the next batch when it is requested
 */
export async function* splitLines(
  blocks: AsyncIterable<Uint8Array>,
  maxBytes: number,
): AsyncGenerator<NdjsonLine[]> {
  let parts: Buffer[] = [];
  let size = 0;
  let line = 0;

  const add = (part: Buffer) => {
    size += part.length;
    if (size > maxBytes) parts = [];
    else if (part.length > 0) parts.push(part);
  };
  const take = (): NdjsonLine => {
    line += 1;
    const bytes = size > maxBytes ? null : parts.length === 1 ? parts[0]! : Buffer.concat(parts);
    parts = [];
    size = 0;
    return { line, bytes };
  };

  for await (const bytes of blocks) {
    const block = bufferOf(bytes);
    let found: NdjsonLine[] = [];
    let start = 0;
    for (let end = block.indexOf(NEWLINE); end !== -1; end = block.indexOf(NEWLINE, start)) {
      add(block.subarray(start, end));
      found.push(take());
      start = end + 1;
      if (found.length === LINES_AT_ONCE) {
        yield found;
        found = [];
      }
    }
    add(block.subarray(start));
    if (found.length > 0) yield found;
  }
  if (size > 0) yield [take()];
}
