import type { LogRecord, OutgoingRecord } from '../record.ts';
import { recordBytes } from '../split-by-bytes.ts';

/** What a record has become, and the topic that it goes to. */
export type Pending = { record: LogRecord; to: string; output: OutgoingRecord };

/** What goes into one transaction, and the offset that is read after it. */
export type Part = { written: Pending[]; next: number };

/** A small input can have a large output: a transaction is closed when its outputs weigh this much. */
export const MOST_TRANSACTION_BYTES = 4_000_000;

/** Between inputs of so many bytes the process does what else it has to do. */
export const MOST_BYTES_AT_ONCE = 64_000;

/**
 * Divides a batch into transactions, in order, by the weight of its outputs; a part is made only when the one before
 * is taken, so no more than one of them is in memory.
 * @param upTo the last offset of the batch, records that the broker hid included
 * @param transform one record; what it has become, whatever happens
 * @param turn lets others have their turn
 */
export async function* inTransactions(
  records: readonly LogRecord[],
  upTo: number,
  transform: (record: LogRecord) => Pending,
  turn: () => Promise<unknown>,
): AsyncGenerator<Part> {
  let written: Pending[] = [];
  let [bytes, since] = [0, 0];
  for (const [at, record] of records.entries()) {
    since += record.value?.length ?? 0;
    if (since > MOST_BYTES_AT_ONCE) {
      await turn();
      since = 0;
    }
    const one = transform(record);
    written.push(one);
    bytes += recordBytes(one.output);
    if (bytes < MOST_TRANSACTION_BYTES || at === records.length - 1) continue;
    yield { written, next: record.offset + 1 };
    [written, bytes] = [[], 0];
  }
  yield { written, next: upTo + 1 };
}
