import type { OutgoingRecord } from './record.ts';

/** The largest batch, in bytes, that one of our topics accepts: `max.message.bytes`, Kafka's default. */
export const BROKER_BATCH_BYTES = 1_048_588;

/** Below the limit of a broker, with room for the header of the batch. */
export const MAX_BATCH_BYTES = 900_000;

/** The largest record, in bytes: a batch of it alone stays below the broker's limit. */
export const MAX_RECORD_BYTES = 1_000_000;

// Lengths, timestamps and offsets of one record in the v2 format, rounded up.
const RECORD_OVERHEAD_BYTES = 64;

const HEADER_OVERHEAD_BYTES = 8;

const bytesOf = (value: unknown): number =>
  value === null || value === undefined
    ? 0
    : Buffer.isBuffer(value)
      ? value.length
      : Buffer.byteLength(String(value));

/** The size of a record on the wire, in bytes, rounded up. */
export const recordBytes = (record: OutgoingRecord): number =>
  Object.entries(record.headers).reduce(
    (sum, [name, values]) =>
      [values]
        .flat()
        .reduce((all, value) => all + bytesOf(name) + bytesOf(value) + HEADER_OVERHEAD_BYTES, sum),
    RECORD_OVERHEAD_BYTES + bytesOf(record.key) + bytesOf(record.value),
  );

/**
 * Splits records into batches that a broker accepts, in order; a record above the limit is a batch of its own.
 * @param maxBytes the largest size of one batch, in bytes
 */
export const splitByBytes = <R extends OutgoingRecord>(
  records: readonly R[],
  maxBytes = MAX_BATCH_BYTES,
): R[][] => {
  const runs: R[][] = [];
  let size = Infinity;
  for (const record of records) {
    const bytes = recordBytes(record);
    if (size + bytes > maxBytes) {
      runs.push([]);
      size = 0;
    }
    runs.at(-1)!.push(record);
    size += bytes;
  }
  return runs;
};
