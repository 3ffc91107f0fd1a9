import type { LogRecord, OutgoingRecord } from '../record.ts';
import { recordBytes } from '../split-by-bytes.ts';

/** What became of one record: its output, the topic of it, and of a dead letter the error that made it one. */
export type Transformed = { record: LogRecord; to: string; output: OutgoingRecord; error?: unknown };

/** The content of one transaction, and the next offset to read after it. */
export type Part = { written: Transformed[]; next: number };

/** A small input can have a large output: a transaction is closed when its outputs reach this size. */
export const MOST_TRANSACTION_BYTES = 4_000_000;

/** After inputs of so many bytes the process yields to the event loop. */
export const MOST_BYTES_AT_ONCE = 64_000;

/**
 * Divides a batch into transactions, in order, by the size of their outputs. A transaction is built only when the one
 * before it was consumed, so no more than one is in memory.
 * @param upTo the last offset of the batch, including records that the broker filtered out
 * @param transform returns the output of one record, null where it has none; must not throw
 * @param turn yields to the event loop
 */
export async function* inTransactions(
  records: readonly LogRecord[],
  upTo: number,
  transform: (record: LogRecord) => Transformed | null,
  turn: () => Promise<unknown>,
): AsyncGenerator<Part> {
  let written: Transformed[] = [];
  let [bytes, since] = [0, 0];
  for (const [at, record] of records.entries()) {
    since += record.value?.length ?? 0;
    if (since > MOST_BYTES_AT_ONCE) {
      await turn();
      since = 0;
    }
    const one = transform(record);
    if (one === null) continue;
    written.push(one);
    bytes += recordBytes(one.output);
    if (bytes < MOST_TRANSACTION_BYTES || at === records.length - 1) continue;
    yield { written, next: record.offset + 1 };
    [written, bytes] = [[], 0];
  }
  yield { written, next: upTo + 1 };
}
