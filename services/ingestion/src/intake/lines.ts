import { fault } from '@skillstream/runtime';

/** A line of a stream; without its bytes when it is longer than allowed. */
export type RawLine = { line: number; bytes: Buffer | null };

const NEWLINE = 0x0a;
/** Whoever has nothing to say for hours may send one a second, to keep a connection. */
const MOST_BLANK = 100_000;
/** Lines that are cut at once: a block of 64 KB may be 32,000 of them, and each is an object. */
export const LINES_AT_ONCE = 200;

/**
 * Cuts a stream into lines. Empty lines carry nothing and are left out, but they count.
 * @param maxBytes a longer line is read past without being kept
 * @param mostBlank empty lines in a row
 * @returns the lines that end in a block of the stream, a few hundred at a time, the next when they are asked for
 * @throws SkillstreamError `too-large` for too many empty lines in a row
 */
export async function* linesOf(
  blocks: AsyncIterable<Buffer>,
  maxBytes: number,
  mostBlank = MOST_BLANK,
): AsyncGenerator<RawLine[]> {
  let kept: Buffer[] = [];
  let size = 0;
  let line = 0;
  let blank = 0;

  const keep = (part: Buffer) => {
    size += part.length;
    if (size > maxBytes) kept = [];
    else if (part.length > 0) kept.push(part);
  };
  const take = (found: RawLine[]) => {
    line += 1;
    const bytes = size > maxBytes ? null : kept.length === 1 ? kept[0]! : Buffer.concat(kept);
    if (bytes?.every((byte) => byte === 0x20 || byte === 0x0d || byte === 0x09)) {
      if ((blank += 1) > mostBlank) throw fault('too-large', `there are ${mostBlank} empty lines in a row`);
    } else {
      found.push({ line, bytes });
      blank = 0;
    }
    kept = [];
    size = 0;
  };

  for await (const block of blocks) {
    let found: RawLine[] = [];
    let start = 0;
    for (let end = block.indexOf(NEWLINE); end !== -1; end = block.indexOf(NEWLINE, start)) {
      keep(block.subarray(start, end));
      take(found);
      start = end + 1;
      if (found.length === LINES_AT_ONCE) {
        yield found;
        found = [];
      }
    }
    keep(block.subarray(start));
    if (found.length > 0) yield found;
  }
  const last: RawLine[] = [];
  if (size > 0) take(last);
  if (last.length > 0) yield last;
}
