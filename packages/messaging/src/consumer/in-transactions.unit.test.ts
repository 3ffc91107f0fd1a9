import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { LogRecord } from '../record.ts';
import { recordBytes } from '../split-by-bytes.ts';
import {
  inTransactions,
  MOST_BYTES_AT_ONCE,
  MOST_TRANSACTION_BYTES,
  type Part,
  type Transformed,
} from './in-transactions.ts';

const recordOf = (offset: number, bytes: number): LogRecord => ({
  ...{ topic: 't', partition: 0, offset, key: 'k', headers: {}, timestampMs: 0 },
  value: Buffer.alloc(bytes),
  raw: { key: null, headers: {} },
});
/** Outputs have the size of the input times a factor. */
const grown =
  (factor: number) =>
  (record: LogRecord): Transformed => ({
    record,
    to: 'out',
    output: { key: null, value: Buffer.alloc(record.value!.length * factor), headers: {} },
  });
const weight = ({ written }: Part) => written.reduce((sum, { output }) => sum + recordBytes(output), 0);
const divide = async (records: LogRecord[], upTo: number, factor: number) => {
  let turns = 0;
  const parts: Part[] = [];
  const turn = async () => void (turns += 1);
  for await (const part of inTransactions(records, upTo, grown(factor), turn)) parts.push(part);
  return { parts, turns };
};
const anySizes = fc.array(fc.integer({ min: 0, max: 200_000 }), { maxLength: 12 });

test('every record is in one transaction, in order, and the next offset is behind its last record', async () => {
  const property = fc.asyncProperty(anySizes, fc.integer({ min: 1, max: 20 }), async (sizes, factor) => {
    const records = sizes.map((size, at) => recordOf(2 * at, size));
    const upTo = 2 * sizes.length + 3;
    const { parts } = await divide(records, upTo, factor);
    expect(parts.flatMap(({ written }) => written.map(({ record }) => record))).toEqual(records);
    for (const { written, next } of parts.slice(0, -1)) expect(next).toBe(written.at(-1)!.record.offset + 1);
    expect(parts.at(-1)!.next).toBe(upTo + 1);
    // One record may exceed the limit, and then closes the transaction.
    for (const part of parts) {
      const last = part.written.at(-1)?.output;
      expect(weight(part) - (last ? recordBytes(last) : 0)).toBeLessThan(MOST_TRANSACTION_BYTES);
    }
  });
  await fc.assert(property, { numRuns: 40 });
});

test('a transaction is built when the one before is consumed, not earlier', async () => {
  let transformed = 0;
  const records = Array.from({ length: 6 }, (_, at) => recordOf(at, MOST_TRANSACTION_BYTES / 2));
  const transform = (record: LogRecord) => ((transformed += 1), grown(1)(record));
  for await (const { written } of inTransactions(records, 5, transform, async () => undefined))
    expect([written.length, transformed % 2]).toEqual([2, 0]);
  expect(transformed).toBe(6);
});

test('large records yield to the event loop, and twice as many do so twice as often', async () => {
  const turnsFor = async (count: number) =>
    (
      await divide(
        Array.from({ length: count }, (_, at) => recordOf(at, MOST_BYTES_AT_ONCE + 1)),
        count - 1,
        1,
      )
    ).turns;
  expect([await turnsFor(5), await turnsFor(10)]).toEqual([5, 10]);
});

test('a batch of filtered records alone still advances the offset', async () => {
  expect((await divide([], 7, 1)).parts).toEqual([{ written: [], next: 8 }]);
});
