import { inspect } from 'node:util';
import { expect, test } from '@jest/globals';
import { appError } from '@skillstream/errors';
import { z } from 'zod';
import { deadLetterOf } from './dead-letter.ts';
import { decodeEvent } from './event-codec.ts';
import { keyedLetter, letterTombstone, readLetter } from './read-letter.ts';
import { toRecord, type OutgoingRecord } from './record.ts';
import { MAX_RECORD_BYTES, recordBytes } from './split-by-bytes.ts';

const now = new Date('2025-03-04T05:06:07Z');
// Bytes that are not UTF-8: as text they could not be restored.
const key = Buffer.from([0xff, 0xfe]);
const value = Buffer.from([0x00, 0xc3, 0x28]);
const headers = { ce_id: Buffer.from('e1'), twice: [Buffer.from('a'), Buffer.from('b')] };
const message = { key, value, headers, offset: '41', timestamp: '0', attributes: 0 };

test('a dead letter has the original bytes and headers, and is keyed by where the original is', () => {
  const error = appError('undecodable', 'The value is not JSON');
  expect(deadLetterOf(toRecord('postings', 5, message), error, 3, now)).toEqual({
    key: 'postings/5/41',
    value,
    headers: {
      ...headers,
      dlq_key: key,
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

const readBack = (letter: OutgoingRecord) =>
  readLetter(
    toRecord('t.dlq', 1, {
      ...{ ...message, offset: '7', value: letter.value as Buffer | null },
      key: letter.key === null ? null : Buffer.from(letter.key),
      headers: letter.headers,
    }),
  );

test('a tombstone is no tombstone of its letter, and is read as one again', () => {
  const letter = deadLetterOf(
    toRecord('t', 0, { ...message, key: Buffer.from('k'), value: null }),
    'x',
    1,
    now,
  );
  expect(letter.value).toEqual(Buffer.alloc(0));
  expect(readBack(letter)).toEqual({ identity: 't/0/41', key: 'k', value: null, isKeyed: true });
});

test('a record without a key is read without one', () => {
  const letter = deadLetterOf(toRecord('t', 0, { ...message, key: null }), 'x', 1, now);
  expect(readBack(letter)).toMatchObject({ key: null, value });
});

test('a letter of an earlier release has the key of the original, and is the same letter with its own', () => {
  const dlq = { dlq_topic: 't', dlq_partition: '3', dlq_offset: '9' };
  for (const changed of [
    { key: Buffer.from('k'), value },
    { key: null, value: null },
  ]) {
    const old = toRecord('t.dlq', 1, { ...message, ...changed, headers: dlq });
    const letter = readLetter(old)!;
    const same = { identity: 't/3/9', key: changed.key?.toString() ?? null, value: changed.value };
    expect(letter).toEqual({ ...same, isKeyed: false });
    expect(readBack(keyedLetter(old, letter))).toEqual({ ...same, isKeyed: true });
  }
});

test('what takes a letter away is no letter', () => {
  expect(readBack(letterTombstone('t/3/9'))).toBeNull();
});

const parserError = (): unknown => {
  try {
    return JSON.parse('{"title": Jane Doe}');
  } catch (error) {
    return error;
  }
};

test('what a parser quotes is not in a letter’s reason, wherever it was thrown', () => {
  expect(String(parserError())).toContain('Jane');
  const letter = deadLetterOf(toRecord('t', 0, message), parserError(), 1, now);
  expect(letter.headers.dlq_reason).toBe('SyntaxError');
});

test('the reason of a record that is no JSON names the place alone', () => {
  const broken = { ...message, value: Buffer.from('{"title": Jane Doe, jane@boats.example}') };
  const record = toRecord('t', 0, broken);
  let thrown: unknown;
  try {
    decodeEvent(z.unknown(), record);
  } catch (error) {
    thrown = error;
  }
  const { headers: said } = deadLetterOf(record, thrown, 1, now);
  expect(said.dlq_reason).toBe('The value is not JSON from character 11 on');
  expect(inspect(thrown, { depth: 9 })).not.toMatch(/Jane|boats/);
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
    expect(letter.key).toBe('t/0/41');
    expect(original.key.indexOf(letter.headers.dlq_key as Buffer)).toBe(0);
    expect(original.value.indexOf(letter.value!)).toBe(0);
  },
);

test('a reason that quotes a large input is cut', () => {
  const letter = deadLetterOf(toRecord('t', 0, message), new Error('x'.repeat(2_000_000)), 1, now);
  expect(letter.headers.dlq_reason).toBe('x'.repeat(1000));
  expect(letter.value).toEqual(value);
});
