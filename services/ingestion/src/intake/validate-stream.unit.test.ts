import { expect, test } from '@jest/globals';
import { createTurns } from '@skillstream/async';
import { LINES_AT_ONCE } from '@skillstream/contracts/ndjson';
import { createValidateStream, createRejectedShare, FREE_REJECTED, type Weighed } from './validate-stream.ts';
import { OVERHEAD_BYTES } from './validate.ts';

const good = JSON.stringify({ source: 'test', sourceId: '1', title: 'Go developer', description: 'Go' });
async function* blockOf(...texts: string[]) {
  for (const text of texts) yield Buffer.from(text);
}
/** Validates texts that come as one block each. @returns its iterator and how many lines were validated so far */
const validate = (...texts: string[]) => {
  let looked = 0;
  const now = () => {
    looked += 1;
    return new Date('2025-06-01T00:00:00Z');
  };
  const found = createValidateStream({ now, maxLineBytes: 1000, turns: createTurns() })(blockOf(...texts));
  return { found, looked: () => looked };
};
const all = async (found: AsyncIterable<Weighed[]>) => {
  const lines: Weighed[] = [];
  for await (const some of found) lines.push(...some);
  return lines;
};
const messagesOf = ({ validated }: Weighed) =>
  'faults' in validated ? validated.faults.map(({ message }) => message) : [];

test('of a block of thousands of lines a few hundred are validated, and the next ones on demand', async () => {
  const { found, looked } = validate('0\n'.repeat(32_000));
  expect([(await found.next()).value?.length, looked()]).toEqual([LINES_AT_ONCE, LINES_AT_ONCE]);
  expect([(await found.next()).value?.length, looked()]).toEqual([LINES_AT_ONCE, 2 * LINES_AT_ONCE]);
});

test('the size of a line includes the objects made from it, and grows with each issue', async () => {
  const fields = `{${Array.from({ length: 30 }, (_, i) => `"x${i}":0`).join(',')}}`;
  const [taken, zero, many] = (await all(validate(`${good}\n0\n${fields}\n`).found)).map(
    ({ weight }) => weight,
  );
  expect(taken).toBe(good.length + OVERHEAD_BYTES);
  expect(zero).toBeGreaterThan(OVERHEAD_BYTES);
  expect(many).toBeGreaterThan(10 * OVERHEAD_BYTES);
});

test('a stream ends after too many rejected lines, also with a good one now and then', async () => {
  const block = `${'0\n'.repeat(2000)}${good}\n`;
  const { found, looked } = validate(...Array.from({ length: 20 }, () => block));
  const lines = await all(found);
  // Five good lines among them have earned nine more each.
  expect([lines.length, looked()]).toEqual([FREE_REJECTED + 45 + 5, lines.length]);
  expect(messagesOf(lines.at(-1)!)).toEqual([
    expect.stringMatching(/expected object/),
    'is one line too many that cannot be taken: the stream ends here',
  ]);
});

test('a stream of which nine lines in ten are rejected is read to its end, and so is one with a bad beginning', async () => {
  const mixed = `${'0\n'.repeat(9)}${good}\n`.repeat(200);
  const blocks = Array.from({ length: 20 }, () => mixed);
  const lines = await all(validate('0\n'.repeat(FREE_REJECTED - 10), ...blocks).found);
  expect(lines.length).toBe(FREE_REJECTED - 10 + 40_000);
});

test('the number of lines that may be rejected grows with the accepted lines, and with nothing else', () => {
  const isTooMany = createRejectedShare(3, 2);
  expect([true, true, false, true, true].map(isTooMany)).toEqual([false, false, false, false, false]);
  expect(isTooMany(true)).toBe(true);
});
