import type { LogRecord } from '@skillstream/messaging';
import type { Contribution } from '../contribution/contribution.ts';
import { readBatch } from '../contribution/read-batch.ts';

function* contributionsIn(texts: Iterable<string>): Iterable<Contribution> {
  for (const text of texts) yield JSON.parse(text) as Contribution;
}

/**
 * The log of one partition, folded: where it has each posting last, and what each contributes at the position that the
 * views hold. Contributions are kept as text, a tenth of what they take as objects; there is one partition in memory.
 * @param position the last offset that the views have taken
 */
export const createPartitionFold = (position: number) => {
  const last = new Map<string, number>();
  const counted = new Map<string, string>();
  return {
    take: (records: LogRecord[]): void => {
      for (const { postingId, offset, contribution } of readBatch(records).changes) {
        last.set(postingId, offset);
        if (offset > position) continue;
        if (contribution.retracted) counted.delete(postingId);
        else counted.set(postingId, JSON.stringify(contribution));
      }
    },
    last,
    /** The latest contribution of each posting that counts. */
    contributions: (): Iterable<Contribution> => contributionsIn(counted.values()),
  };
};

export type PartitionFold = ReturnType<typeof createPartitionFold>;
