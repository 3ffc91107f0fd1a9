import { deadLetterHeaders } from '@skillstream/contracts';
import { letterKey } from './dead-letter.ts';
import type { LogRecord, OutgoingRecord } from './record.ts';

type Read = Pick<LogRecord, 'topic' | 'partition' | 'offset' | 'key' | 'value' | 'headers'>;

/** A dead letter: where the original record is, its key and its value. */
export type Letter = {
  identity: string;
  key: string | null;
  /** Null where the original is a tombstone. */
  value: Buffer | null;
  /** Whether its record has the identity as its key; earlier releases kept the key of the original. */
  isKeyed: boolean;
};

/**
 * Reads a record of a dead-letter topic.
 * @returns null for a tombstone: the letter whose identity is the record's key was erased, or moved to its own key
 */
export const readLetter = (record: Read): Letter | null => {
  const { key, value, headers } = record;
  const topic = headers[deadLetterHeaders.topic];
  if (value === null && topic === undefined) return null;
  const identity = letterKey({
    topic: topic ?? record.topic,
    partition: Number(headers[deadLetterHeaders.partition] ?? record.partition),
    offset: Number(headers[deadLetterHeaders.offset] ?? record.offset),
  });
  if (key !== identity) return { identity, key, value, isKeyed: false };
  const original = headers[deadLetterHeaders.key] ?? null;
  return { identity, key: original, value: headers[deadLetterHeaders.noValue] ? null : value, isKeyed: true };
};

/** The tombstone that takes away what a dead-letter topic has under a key. */
export const letterTombstone = (key: string | Buffer): OutgoingRecord => ({ key, value: null, headers: {} });

/** A letter of an earlier release as it is written today: keyed by its identity. */
export const keyedLetter = (record: LogRecord, { identity }: Letter): OutgoingRecord => ({
  key: identity,
  value: record.value ?? Buffer.alloc(0),
  headers: {
    ...record.raw.headers,
    ...(record.raw.key !== null && { [deadLetterHeaders.key]: record.raw.key }),
    ...(record.value === null && { [deadLetterHeaders.noValue]: 'true' }),
  },
});
