import { setImmediate as nextTurn } from 'node:timers/promises';
import { occurrences } from '../bytes/occurrences.ts';
import { MAX_ROW_BYTES, MOST_REREAD_BYTES } from './limits.ts';
import { createTableParser } from './parser.ts';
import { regrouped } from './regroup.ts';
import { scan, type Marks, type ScanPlace } from './scan.ts';

/** A row, or why there is none: `cell` is the index of the one where it went wrong, where that is known. */
export type TableRow = { line: number } & ({ cells: string[] } | { fault: string; cell?: number });

const BLOCK_BYTES = 16 * 1024;
/** A block may hold tens of thousands of empty rows, which nobody waits for. */
const TURN_ROWS = 1000;
const CARRIAGE_RETURN = 0x0d;

/** Where the first line begins that is not empty: the parser passes those before it. */
const beginOf = (bytes: Buffer, newline: number) => {
  let [at, lines] = [0, 0];
  for (; bytes[at] === newline || bytes[at] === CARRIAGE_RETURN; at += 1)
    if (bytes[at] === newline) lines += 1;
  return { at, lines };
};

/**
 * The rows of a table, one by one, in constant memory, blank lines left out. A quote that nothing closes costs the row
 * that it is in: reading goes on with the next line.
 * @param blocks its bytes in UTF-8, from the start of a line
 * @param firstLine the number of that line, from 1
 * @param part whether the end of the blocks is not that of the table
 * @throws Error where so many quotes are not closed that this is no table
 */
export async function* tableRows(
  blocks: AsyncIterable<Buffer>,
  marks: Marks,
  firstLine = 1,
  maxBytes = MAX_ROW_BYTES,
  part = false,
): AsyncGenerator<TableRow> {
  const newline = marks.newline.charCodeAt(0);
  const source = regrouped(blocks, BLOCK_BYTES);
  let parser = createTableParser(marks);
  // What the parser was given since the end of the last row, and how much before.
  let open: Buffer = Buffer.alloc(0);
  let passed = 0;
  let line = firstLine;
  // What is read again, before what comes next.
  const again: Buffer[] = [];
  let reread = 0;
  // Within a line that is too long.
  let skipping = false;

  /** Gives up the row that `open` begins with; the line behind its first is the next to be read. */
  const giveUp = (from: number): void => {
    const end = open.indexOf(newline, from);
    const rest = end === -1 ? null : open.subarray(end + 1);
    if (rest) again.unshift(rest);
    skipping = end === -1;
    [open, passed] = [Buffer.alloc(0), 0];
    parser = createTableParser(marks);
    reread += rest?.length ?? 0;
    if (!skipping) line += 1;
    if (reread > MOST_REREAD_BYTES)
      throw new Error(
        `too many quotes are opened and not closed, the last before line ${line}: it is no table`,
      );
  };
  const unclosedAt = (place: ScanPlace, within = ''): TableRow => ({
    line,
    fault: `has a quote on line ${line + place.line} that is not closed${within}`,
    cell: place.cell,
  });

  for (let over = false; !over;) {
    // Nothing may have been waited for: others have their turn in between.
    await nextTurn();
    let block: Buffer | null = again.shift() ?? null;
    if (block && block.length > BLOCK_BYTES) {
      again.unshift(block.subarray(BLOCK_BYTES));
      block = block.subarray(0, BLOCK_BYTES);
    } else if (!block) {
      const next = await source.next();
      if (!next.done) block = next.value;
    }
    if (block && skipping) {
      const end = block.indexOf(newline);
      if (end === -1) continue;
      block = block.subarray(end + 1);
      line += 1;
      skipping = false;
    }
    let closed = true;
    over = block === null;
    if (block) {
      open = open.length === 0 ? block : Buffer.concat([open, block]);
      await parser.add(block);
    } else closed = await parser.end();

    let stopped = false;
    let taken = 0;
    for (const { cells, end } of parser.take()) {
      if ((taken += 1) % TURN_ROWS === 0) await nextTurn();

      const bytes = open.subarray(0, end - passed);
      const begin = beginOf(bytes, newline);
      const lines = occurrences(bytes, newline) - begin.lines;
      line += begin.lines;
      const within = lines - (bytes.at(-1) === newline ? 1 : 0);
      // The parser leaves a quote before a cell in which it was closed too early: over several lines it was opened by
      // mistake, and took all until the next quote.
      const doubtful = within > 0 && marks.quote !== '' && cells.some((cell) => cell.startsWith(marks.quote));
      const bad = doubtful ? scan(bytes.toString('utf8', begin.at), marks, true).unclosed : null;
      if (bad) {
        yield unclosedAt(bad);
        giveUp(begin.at);
        [stopped, over] = [true, false];
        break;
      }
      yield { line, cells };
      line += lines;
      open = open.subarray(bytes.length);
      passed = end;
    }
    if (stopped) continue;
    if (open.length <= maxBytes && (closed || open.length === 0)) continue;
    const begin = beginOf(open, newline);
    line += begin.lines;
    const unclosed = scan(open.toString('utf8', begin.at), marks, true).unclosed;
    const within = closed ? ` within ${maxBytes} bytes` : '';
    yield unclosed ? unclosedAt(unclosed, within) : { line, fault: `is longer than ${maxBytes} bytes` };
    // The end came within the row: its quote may well be closed behind that.
    if (part && !closed && open.length <= maxBytes) return;
    giveUp(begin.at);
    over = false;
  }
}
