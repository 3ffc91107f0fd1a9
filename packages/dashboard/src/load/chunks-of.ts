import { recordEnd, type Marks } from './record-end.ts';
import { textsOf } from './texts-of.ts';

/** How a file is cut: a table by its records, NDJSON by its lines. */
export type Cutting = { encoding: string; marks: Marks | null; firstLine: number };
/**
 * A part of a file that can be sent by itself. `lineOf`: the line of the file that a line of it is. `read`: how much
 * of the file was answered when it is, in bytes.
 */
export type Chunk = { text: string; lineOf: (line: number) => number; read: number };

const CHUNK_CHARS = 700_000;
/** Ingestion ends a stream after 10,000 rows that it refuses; all of a chunk may be such. */
const CHUNK_RECORDS = 2000;
/** Where a quote is opened by mistake, ingestion may read each line behind it as a row. */
const CHUNK_LINES = 9000;
/**
 * A record of more lines, or as long, has a quote that nothing closes: the next line end cuts it, and its row is
 * refused.
 */
const LONGEST_CHARS = 2_000_000;

const newlinesIn = (text: string, newline: string): number => text.split(newline).length - 1;

/** Of NDJSON: nothing is quoted between lines. */
const lines: Marks = { delimiter: '', quote: '', escape: '', newline: '\n' };

/**
 * Cuts a file into chunks of whole records, of 2,000 records and 9,000 lines at most, and below a megabyte where
 * records are; those of a table each begin with its columns. Each has to be read by the marks that cut it.
 * @param file as a browser has it
 * @throws LoadFault where its text cannot be read
 */
export async function* chunksOf(file: Blob, { encoding, marks, firstLine }: Cutting): AsyncGenerator<Chunk> {
  const cut = marks ?? lines;
  const { newline } = cut;
  let open = '';
  let [charsRead, charsSent, bytesRead] = [0, 0, 0];
  let header: string | null = marks ? null : '';
  let [line, headerLines] = [1, 0];

  /** Takes the columns, and what stands before them, off the beginning. */
  const takeHeader = (whole: boolean): boolean => {
    let end = 0;
    for (let before = 1; before < firstLine; before += 1) end = open.indexOf(newline, end) + 1;
    const ofColumns = recordEnd(open.slice(end), cut, 0).end;
    if (ofColumns === null && !whole) return false;
    end = ofColumns === null ? open.length : end + ofColumns;
    header = open.slice(0, end);
    headerLines = newlinesIn(header, newline);
    line = headerLines + 1;
    charsSent += end;
    open = open.slice(end);
    return true;
  };
  function* take(end: number): Generator<Chunk> {
    const text = open.slice(0, end);
    const from = line;
    line += newlinesIn(text, newline);
    charsSent += end;
    open = open.slice(end);
    const read = Math.round(bytesRead * Math.min(1, charsSent / charsRead));
    if (text.trim() === '') return;
    yield { text: header + text, lineOf: (of) => Math.max(1, from + of - headerLines - 1), read };
  }
  /** The chunks that are as large as they may be. */
  function* full(): Generator<Chunk> {
    for (;;) {
      const { end, isFull } = recordEnd(open, cut, CHUNK_CHARS, CHUNK_RECORDS, CHUNK_LINES);
      if (end !== null && end <= LONGEST_CHARS && isFull) yield* take(end);
      else if ((end === null && isFull) || open.length >= LONGEST_CHARS)
        yield* take(open.indexOf(newline) + 1 || open.length);
      else return;
    }
  }

  const kind = marks ? 'table' : 'lines';
  for await (const { text, at } of textsOf(file, { encoding, newline, kind })) {
    open += text;
    [bytesRead, charsRead] = [at, charsRead + text.length];
    const whole = at >= file.size;
    if (header === null && !takeHeader(whole)) continue;
    yield* full();
    if (whole) yield* take(open.length);
  }
}
