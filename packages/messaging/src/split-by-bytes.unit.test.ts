import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { OutgoingRecord } from './record.ts';
import { MAX_BATCH_BYTES, recordBytes, splitByBytes } from './split-by-bytes.ts';

const bytes = (run: OutgoingRecord[]) => run.reduce((sum, record) => sum + recordBytes(record), 0);
const text = fc.string({ unit: 'grapheme', maxLength: 60 });
const record: fc.Arbitrary<OutgoingRecord> = fc.record({
  key: fc.option(text),
  value: fc.option(
    fc.oneof(
      text,
      text.map((t) => Buffer.from(t)),
    ),
  ),
  headers: fc.dictionary(text, text, { maxKeys: 3 }),
});

test('batches keep every record in order, none is empty, and only a record that is too large alone exceeds the limit', () => {
  fc.assert(
    fc.property(fc.array(record, { maxLength: 40 }), fc.integer({ min: 1, max: 1500 }), (records, limit) => {
      const runs = splitByBytes(records, limit);
      expect(runs.flat()).toEqual(records);
      for (const run of runs) {
        expect(run.length).toBeGreaterThan(0);
        expect(run.length === 1 || bytes(run) <= limit).toBe(true);
      }
    }),
  );
});

test('a batch is closed only when the next record does not fit: no two neighbours would fit together', () => {
  fc.assert(
    fc.property(fc.array(record, { maxLength: 40 }), fc.integer({ min: 1, max: 1500 }), (records, limit) => {
      const runs = splitByBytes(records, limit);
      runs
        .slice(1)
        .forEach((run, i) => expect(bytes(runs[i]!) + recordBytes(run[0]!)).toBeGreaterThan(limit));
    }),
  );
});

test('the size of a record counts bytes, not characters, and its headers too', () => {
  const bare = recordBytes({ key: null, value: null, headers: {} });
  expect(recordBytes({ key: 'é', value: Buffer.from('日本'), headers: {} })).toBe(bare + 2 + 6);
  expect(recordBytes({ key: null, value: null, headers: { a: 'bc' } })).toBeGreaterThan(bare + 3);
  const repeated = { a: ['bc', Buffer.from('bc')] };
  expect(recordBytes({ key: null, value: null, headers: repeated })).toBeGreaterThan(bare + 2 * 3);
});

test('ten of the largest postings do not go out as one batch', () => {
  const value = 'x'.repeat(256 * 1024);
  const runs = splitByBytes(Array.from({ length: 10 }, () => ({ key: 'k', value, headers: {} })));
  expect(runs.map((run) => run.length)).toEqual([3, 3, 3, 1]);
  expect(Math.max(...runs.map(bytes))).toBeLessThanOrEqual(MAX_BATCH_BYTES);
});

test('no records make no batch', () => expect(splitByBytes([])).toEqual([]));
