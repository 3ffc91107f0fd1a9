import type { OutgoingRecord } from './record.ts';

/** The most that one batch of records may weigh on a topic of ours: `max.message.bytes`, by Kafka's default. */
export const BROKER_BATCH_BYTES = 1_048_588;

/** Below what a broker takes, with room for the batch's own header. */
export const MAX_BATCH_BYTES = 900_000;

/** The most that one record may weigh: a batch of it alone stays below the broker's limit. */
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
 * Cuts records into runs that a broker takes, in order; one record above the limit stands alone.
 * @param maxBytes the most that one run may weigh
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
