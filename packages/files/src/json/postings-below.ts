import type { ArrayBelow } from './array-below.ts';
import { arrayElements } from './elements.ts';
import type { InputRecord } from './input-record.ts';
import { beyond, type JsonInput } from './json-input.ts';
import { createObjectsAround } from './objects-around.ts';
import { objectKeys } from './object-keys.ts';
import { isAlike, isPostings } from './list-of-postings.ts';

// What comes before the first element that shows it, like null, is held back meanwhile.
const MOST_HELD = 100;
const MOST_HELD_BYTES = 1000;

/** The elements of one array if they are postings, which the first that has keys shows; else nothing of it. */
async function* postingsIn(input: JsonInput, key: string, main: ArrayBelow): AsyncGenerator<InputRecord> {
  let taken: boolean | null = input.position() === main.at + 1 || null;
  const held: InputRecord[] = [];
  for await (const record of arrayElements(input)) {
    const names = taken === null ? namesOf(record) : null;
    if (names && names.size > 0) {
      taken = isAlike({ key, names }, main);
      if (taken) yield* held;
      else if (isPostings({ key, names }))
        yield {
          line: record.line,
          fault: `of "${key}" is not like those of "${main.key}", and was not read`,
        };
    }
    const isSmall = !('bytes' in record) || record.bytes.length <= MOST_HELD_BYTES;
    if (taken) yield record;
    else if (taken === null && isSmall && held.length < MOST_HELD) held.push(record);
  }
}

const namesOf = (record: InputRecord): Set<string> => {
  const text = 'bytes' in record ? record.bytes.toString('latin1').trimStart() : '';
  return text.startsWith('{') ? objectKeys(text) : new Set();
};

/**
 * The postings of a JSON object that has them in an array below a key, or in several: all arrays of it that no array
 * is around and whose elements are like those of the main one.
 * @param main the array that the beginning of the file shows
 * @throws Error with the line, where the file breaks off or is no JSON, after all postings before
 */
export async function* postingsBelow(input: JsonInput, main: ArrayBelow): AsyncGenerator<InputRecord> {
  const around = createObjectsAround();
  let count = 0;
  for (let block = await input.next(); block !== null; block = await input.next())
    for (const [at, byte] of block.entries()) {
      input.passed(byte);
      const met = around.pass(byte);
      if (met === null) continue;
      if (met === 'behind') throw new Error(beyond('object', input.line()));
      if (met === 'wrong') throw new Error(`is no JSON from line ${input.line()} on, which was not read`);
      input.giveBack(block.subarray(at + 1));
      for await (const record of postingsIn(input, around.key(), main)) yield { ...record, index: count++ };
      break;
    }
  if (!around.isOver()) throw new Error(`breaks off on line ${input.line()}, before the object ends`);
}
