import { openAtEnd } from '@skillstream/contracts/open-letter';
import { LoadFault } from './load-fault.ts';

/** How the letters of a file are written, as its beginning shows. `newline` ends its lines. */
export type Writing = { encoding: string; newline: string; kind: 'table' | 'lines' };
/** A part of a text. `at`: how much of the file is read with it, in bytes. */
export type Text = { text: string; at: number };

const BLOCK_BYTES = 512 * 1024;
const labels: Record<string, string> = { 'UTF-16 LE': 'utf-16le', 'UTF-16 BE': 'utf-16be' };
const MARK = [0xef, 0xbb, 0xbf];

const bytesOf = async (file: Blob, from: number, end: number) =>
  new Uint8Array(await file.slice(from, end).arrayBuffer());

const linesIn = (text: string, newline: string): number => text.split(newline).length - 1;

const isUtf8 = (bytes: Uint8Array<ArrayBuffer>): boolean => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes) !== null;
  } catch {
    return false;
  }
};
/** How many lines are before the first that is no UTF-8. */
const linesBeforeBad = (bytes: Uint8Array<ArrayBuffer>, newline: string): number => {
  const byte = newline.charCodeAt(0);
  let [lines, from] = [0, 0];
  for (let end = bytes.indexOf(byte); end !== -1; end = bytes.indexOf(byte, from)) {
    if (!isUtf8(bytes.subarray(from, end))) return lines;
    [lines, from] = [lines + 1, end + 1];
  }
  return lines;
};

async function* inUtf8(file: Blob, { newline, kind }: Writing): AsyncGenerator<Text> {
  let decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  const first = await bytesOf(file, 0, MARK.length);
  const isMarked = MARK.every((byte, index) => byte === first[index]);
  // JSON is UTF-8 alone.
  let mayChange = !isMarked && kind === 'table';
  let line = 1;
  for (let from = isMarked ? MARK.length : 0; from < file.size;) {
    const end = Math.min(file.size, from + BLOCK_BYTES);
    const block = await bytesOf(file, from, end);
    const bytes = end === file.size ? block : block.subarray(0, block.length - openAtEnd(block));
    let text: string;
    try {
      text = decoder.decode(bytes);
    } catch {
      const bad = line + linesBeforeBad(bytes, newline);
      if (!mayChange)
        throw new LoadFault(
          `Line ${bad} of the file is no UTF-8, and what is before it is. Save the file in one encoding, and choose ` +
            'it again: what was loaded already is unchanged then.',
        );
      decoder = new TextDecoder('windows-1252');
      text = decoder.decode(bytes);
    }
    // Of UTF-8 only ASCII has as many bytes as units of text.
    mayChange &&= text.length === bytes.length && decoder.encoding === 'utf-8';
    from += bytes.length;
    line += linesIn(text, newline);
    yield { text, at: from };
  }
}

/**
 * The text of a file, block by block, without its byte order mark. Where all before is ASCII, the first block that is
 * not decides for the rest: windows-1252 if it is no UTF-8. The command looks at more letters (docs/files.md).
 * @throws LoadFault naming the line, where a text in UTF-8 is none any more
 */
export async function* textsOf(file: Blob, writing: Writing): AsyncGenerator<Text> {
  if (writing.encoding === 'UTF-8') return yield* inUtf8(file, writing);
  const decoder = new TextDecoder(labels[writing.encoding] ?? writing.encoding.toLowerCase());
  for (let at = 0; at < file.size;) {
    const bytes = await bytesOf(file, at, at + BLOCK_BYTES);
    at += bytes.length;
    yield { text: decoder.decode(bytes, { stream: at < file.size }), at };
  }
}
