import type { LogEntry } from '../platform/read-log.ts';

/** What became of postings that were answered with 202, by the log alone. */
export type Account = {
  accepted: number;
  /** Events that were accepted and are not in the log, by id. */
  lost: string[];
  /** Events that stand more than once in one transaction: no recovery does that. */
  twice: string[];
  /** Events that a later transaction repeated: the outcome of a commit was unknown. Harmless, and rare. */
  repeated: number;
};

/**
 * Gives each record the number of its transaction in its partition: a transaction ends with a marker, which takes an
 * offset, so where offsets go on without a gap nothing was committed in between. One writer at a time, no compaction.
 */
const transactionsOf = (log: readonly LogEntry[]): number[] => {
  const last = new Map<number, { offset: number; transaction: number }>();
  return log.map(({ partition, offset }) => {
    const before = last.get(partition) ?? { offset: -1, transaction: 0 };
    const transaction = before.transaction + (offset === before.offset + 1 ? 0 : 1);
    last.set(partition, { offset, transaction });
    return transaction;
  });
};

/**
 * Compares what was accepted with a log.
 * @param accepted ids of events
 * @param log committed records, in order within a partition
 */
export const account = (accepted: ReadonlySet<string>, log: readonly LogEntry[]): Account => {
  const transactions = transactionsOf(log);
  const found = new Map<string, Set<number>>();
  const twice = new Set<string>();
  log.forEach(({ eventId }, i) => {
    const before = found.get(eventId) ?? new Set();
    if (before.has(transactions[i]!)) twice.add(eventId);
    found.set(eventId, before.add(transactions[i]!));
  });
  return {
    accepted: accepted.size,
    lost: [...accepted].filter((id) => !found.has(id)),
    twice: [...twice].filter((id) => accepted.has(id)),
    repeated: [...accepted].filter((id) => (found.get(id)?.size ?? 0) > 1).length,
  };
};
