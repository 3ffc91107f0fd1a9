import type { LogRecord } from '@skillstream/messaging';
import type { Contribution } from '../../contribution/contribution.ts';
import { readBatch } from '../../contribution/read-batch.ts';
import { createTextStore } from './text-store.ts';

/**
 * The log of one partition, folded: where it has each posting last, and what each contributes at the position that the
 * views hold. There is one partition in memory, and of that the ids alone as JavaScript has them.
 * @param position the last offset that the views have taken
 */
export const createPartitionFold = (position: number) => {
  const last = new Map<string, number>();
  const counted = new Map<string, number>();
  const texts = createTextStore();
  return {
    take: (records: LogRecord[]): void => {
      for (const { postingId, offset, contribution } of readBatch(records).changes) {
        last.set(postingId, offset);
        if (offset > position) continue;
        if (contribution.retracted) counted.delete(postingId);
        else counted.set(postingId, texts.put(JSON.stringify(contribution)));
      }
    },
    last,
    /** The latest contribution of each posting that counts. */
    contributions: function* (): Iterable<Contribution> {
      for (const place of counted.values()) yield JSON.parse(texts.get(place)) as Contribution;
    },
  };
};

export type PartitionFold = ReturnType<typeof createPartitionFold>;
