import { expect, test } from '@jest/globals';
import { appError } from '@skillstream/errors';
import { deadLetterOf } from './dead-letter.ts';
import { toRecord } from './record.ts';
import { MAX_RECORD_BYTES, recordBytes } from './split-by-bytes.ts';

const now = new Date('2025-03-04T05:06:07Z');
// Bytes that are not UTF-8: as text they could not be restored.
const key = Buffer.from([0xff, 0xfe]);
const value = Buffer.from([0x00, 0xc3, 0x28]);
const headers = { ce_id: Buffer.from('e1'), twice: [Buffer.from('a'), Buffer.from('b')] };
const message = { key, value, headers, offset: '41', timestamp: '0', attributes: 0 };

test('a dead letter has the original bytes and headers, and names reason, origin, attempts and time', () => {
  const error = appError('undecodable', 'The value is not JSON');
  expect(deadLetterOf(toRecord('postings', 5, message), error, 3, now)).toEqual({
    key,
    value,
    headers: {
      ...headers,
      dlq_reason: 'The value is not JSON',
      dlq_code: 'undecodable',
      dlq_topic: 'postings',
      dlq_partition: '5',
      dlq_offset: '41',
      dlq_attempts: '3',
      dlq_time: '2025-03-04T05:06:07.000Z',
    },
  });
});

test('a tombstone stays one', () => {
  expect(deadLetterOf(toRecord('t', 0, { ...message, value: null }), 'x', 1, now).value).toBeNull();
});

test.each([
  [new TypeError('x of undefined'), 'internal', 'x of undefined'],
  ['a word', 'internal', 'a word'],
  [appError('too-large', 'too much'), 'too-large', 'too much'],
])('the error thrown, %s, becomes code and reason', (error, code, reason) => {
  const letter = deadLetterOf(toRecord('t', 0, message), error, 1, now);
  expect([letter.headers.dlq_code, letter.headers.dlq_reason]).toEqual([code, reason]);
});

test.each([
  ['value', { value: Buffer.alloc(MAX_RECORD_BYTES, 'v') }],
  ['key', { key: Buffer.alloc(MAX_RECORD_BYTES, 'k') }],
  [
    'headers',
    { headers: { one: Buffer.alloc(MAX_RECORD_BYTES / 2), two: ['x'.repeat(MAX_RECORD_BYTES / 2)] } },
  ],
])(
  'a dead letter whose %s would not fit in a record is cut, and records the size of the original',
  (_, change) => {
    const original = { key, value, headers, ...change };
    const letter = deadLetterOf(toRecord('t', 0, { ...message, ...change }), 'x', 1, now);
    expect(recordBytes(letter)).toBeLessThan(MAX_RECORD_BYTES / 10);
    expect(letter.headers).toMatchObject({ dlq_offset: '41', dlq_cut: String(recordBytes(original)) });
    expect(original.key.indexOf(letter.key!)).toBe(0);
    expect(original.value.indexOf(letter.value!)).toBe(0);
  },
);

test('a reason that quotes a large input is cut', () => {
  const letter = deadLetterOf(toRecord('t', 0, message), new Error('x'.repeat(2_000_000)), 1, now);
  expect(letter.headers.dlq_reason).toBe('x'.repeat(1000));
  expect(letter.value).toEqual(value);
});
