import type { IHeaders, KafkaMessage } from 'kafkajs';

/** A consumed record; offsets are numbers: exact up to 2^53, which no partition reaches. */
export type LogRecord = {
  topic: string;
  partition: number;
  offset: number;
  /** The key as text; null when there is none. */
  key: string | null;
  value: Buffer | null;
  headers: Record<string, string>;
  timestampMs: number;
  /** The original bytes, for dead letters. */
  raw: { key: Buffer | null; headers: IHeaders };
};

/** A record to be produced. A null value is a tombstone. */
export type OutgoingRecord = {
  key: string | Buffer | null;
  value: string | Buffer | null;
  headers: IHeaders;
};

const text = (value: IHeaders[string]): string =>
  Array.isArray(value) ? String(value[0]) : String(value ?? '');

/** Headers as text; of a repeated header the first is used. */
const readHeaders = (headers: IHeaders = {}): Record<string, string> => {
  const read: Record<string, string> = {};
  for (const name in headers) read[name] = text(headers[name]);
  return read;
};

/** Converts a message of kafkajs to our record. */
export const toRecord = (topic: string, partition: number, message: KafkaMessage): LogRecord => ({
  topic,
  partition,
  offset: Number(message.offset),
  key: message.key === null ? null : message.key.toString('utf8'),
  value: message.value,
  headers: readHeaders(message.headers),
  timestampMs: Number(message.timestamp),
  raw: { key: message.key, headers: message.headers ?? {} },
});
