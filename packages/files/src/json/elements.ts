import { createCollector, type InputRecord } from './input-record.ts';
import { beyond, closes, createStrings, isSpace, opens, type JsonInput } from './json-input.ts';

const [COMMA, OPEN, CLOSE] = [0x2c, 0x5b, 0x5d];
const broken = 'the file breaks off in the middle of this posting';
// A rejected record alone would look as if the rest was complete.
const breaksOff = (line: number) => new Error(`breaks off in the middle of what begins on line ${line}`);

/**
 * The elements of a JSON array, split by counting brackets: each is validated by itself later, so that one bad element
 * fails alone.
 * @param input right behind the bracket of the array; afterwards right behind its end
 * @throws Error with the line, where the array breaks off or a bracket of an object ends it, after all elements before
 */
export async function* arrayElements(input: JsonInput): AsyncGenerator<InputRecord> {
  const collector = createCollector(input.maxBytes);
  const strings = createStrings();
  let [depth, beganOn, index] = [0, 0, 0];
  for (let block = await input.next(); block !== null; block = await input.next()) {
    let start = 0;
    for (let at = 0; at < block.length; at += 1) {
      const byte = block[at]!;
      input.passed(byte);
      if (beganOn === 0 && byte !== COMMA && !isSpace(byte) && !closes(byte)) beganOn = input.line();
      if (strings.has(byte)) continue;
      if (opens(byte)) depth += 1;
      else if (closes(byte)) depth -= 1;
      if (depth >= 0 && (byte !== COMMA || depth > 0)) continue;

      collector.add(block.subarray(start, at));
      const record = collector.take(beganOn || input.line());
      if (record) yield { ...record, index };
      [index, start, beganOn] = [index + 1, at + 1, 0];
      if (depth >= 0) continue;
      input.giveBack(block.subarray(at + 1));
      if (byte !== CLOSE) throw new Error(beyond('array', input.line()));
      return;
    }
    collector.add(block.subarray(start));
  }
  const rest = collector.take(beganOn || input.line());
  if (!rest) throw new Error(`breaks off on line ${input.line()}, before the array ends`);
  yield { line: rest.line, index, fault: broken };
  throw breaksOff(rest.line);
}

/**
 * The elements of the JSON array that is a file.
 * @throws Error as `arrayElements`, and where something stands behind the array
 */
export async function* elementsOfFile(input: JsonInput): AsyncGenerator<InputRecord> {
  for (let block = await input.next(); block !== null; block = await input.next())
    for (const [at, byte] of block.entries()) {
      input.passed(byte);
      if (byte !== OPEN) continue;
      input.giveBack(block.subarray(at + 1));
      yield* arrayElements(input);
      return await assertEnd(input);
    }
}

const assertEnd = async (input: JsonInput): Promise<void> => {
  for (let block = await input.next(); block !== null; block = await input.next())
    for (const byte of block) {
      input.passed(byte);
      if (!isSpace(byte)) throw new Error(beyond('array', input.line()));
    }
};

/** The one object that is a file, or several behind each other. @throws Error where the last one breaks off */
export async function* objectsOfFile(input: JsonInput): AsyncGenerator<InputRecord> {
  const collector = createCollector(input.maxBytes);
  const strings = createStrings();
  let [depth, beganOn] = [0, 0];
  for (let block = await input.next(); block !== null; block = await input.next()) {
    let start = 0;
    for (const [at, byte] of block.entries()) {
      input.passed(byte);
      if (beganOn === 0 && !isSpace(byte)) beganOn = input.line();
      if (strings.has(byte)) continue;
      if (opens(byte)) depth += 1;
      if (!closes(byte)) continue;
      depth -= 1;
      if (depth !== 0) continue;
      collector.add(block.subarray(start, at + 1));
      const record = collector.take(beganOn);
      if (record) yield record;
      [start, beganOn] = [at + 1, 0];
    }
    collector.add(block.subarray(start));
  }
  const rest = collector.take(beganOn || input.line());
  if (!rest) return;
  yield { line: rest.line, fault: broken };
  throw breaksOff(rest.line);
}
