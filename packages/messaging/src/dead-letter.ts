import { deadLetterHeaders } from '@skillstream/contracts';
import { errorCode, loggedError, messageOf } from '@skillstream/errors';
import type { LogRecord, OutgoingRecord } from './record.ts';
import { MAX_RECORD_BYTES, recordBytes } from './split-by-bytes.ts';

// An error may quote the input that it could not read.
const MOST_REASON_UNITS = 1000;

// What is kept of an original that does not fit: enough to identify it.
const KEPT_KEY_BYTES = 1000;
const KEPT_HEADERS_BYTES = 16_000;
const KEPT_VALUE_BYTES = 64_000;

/** Why a record died. A parser's message quotes it, and is not repeated. */
const reasonOf = (error: unknown): string =>
  error instanceof SyntaxError ? loggedError(error) : messageOf(error).slice(0, MOST_REASON_UNITS);

/** The key of a dead letter, and its identity: where the original record is. */
export const letterKey = ({ topic, partition, offset }: Pick<LogRecord, 'topic' | 'partition' | 'offset'>) =>
  `${topic}/${partition}/${offset}`;

/**
 * Makes a dead letter of a record that cannot be processed: the original bytes and headers, and the reason in headers
 * of ours. An original that no longer fits in a record with them is cut: the beginnings of its key and value are kept,
 * its headers where they are few, and `dlq_cut` gives its size in bytes; the whole record is still at the topic,
 * partition and offset named. Its identity is topic, partition and offset, so a repeat is no second one.
 * @param attempts how often it was tried, 1 at least
 * @returns a record within `MAX_RECORD_BYTES`
 */
export const deadLetterOf = (
  record: LogRecord,
  error: unknown,
  attempts: number,
  now: Date,
): OutgoingRecord => {
  const { raw, value } = record;
  const reasons = {
    ...(raw.key !== null && { [deadLetterHeaders.key]: raw.key }),
    ...(value === null && { [deadLetterHeaders.noValue]: 'true' }),
    [deadLetterHeaders.reason]: reasonOf(error),
    [deadLetterHeaders.code]: errorCode(error),
    [deadLetterHeaders.topic]: record.topic,
    [deadLetterHeaders.partition]: String(record.partition),
    [deadLetterHeaders.offset]: String(record.offset),
    [deadLetterHeaders.attempts]: String(attempts),
    [deadLetterHeaders.time]: now.toISOString(),
  };
  const key = letterKey(record);
  // Null would be a tombstone of the letter itself.
  const kept = value ?? Buffer.alloc(0);
  const whole = { key, value: kept, headers: { ...raw.headers, ...reasons } };
  if (recordBytes(whole) <= MAX_RECORD_BYTES) return whole;
  const original = recordBytes({ key: raw.key, value, headers: raw.headers });
  const fits = recordBytes({ key: null, value: null, headers: raw.headers }) <= KEPT_HEADERS_BYTES;
  return {
    key,
    value: kept.subarray(0, KEPT_VALUE_BYTES),
    headers: {
      ...(fits && raw.headers),
      ...reasons,
      ...(raw.key !== null && { [deadLetterHeaders.key]: raw.key.subarray(0, KEPT_KEY_BYTES) }),
      [deadLetterHeaders.cut]: String(original),
    },
  };
};
