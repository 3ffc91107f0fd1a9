import type { LogRecord } from '@skillstream/messaging';
import type { Contribution } from '../../contribution/contribution.ts';
import { readBatch } from '../../contribution/read-batch.ts';
import { createTextStore } from './text-store.ts';

/**
 * Folds the log of one partition: the last offset of each posting, which are duplicates there, and its contribution at
 * the position of the views. Only one partition is in memory at a time, and of its texts only the ids are JavaScript
 * strings.
 * @param position the last offset that the views have applied
 */
export const createPartitionFold = (position: number) => {
  const last = { offsets: new Map<string, number>(), duplicates: new Set<string>() };
  const counted = new Map<string, number>();
  const texts = createTextStore();
  return {
    take: (records: LogRecord[]): void => {
      for (const { postingId, offset, contribution } of readBatch(records).changes) {
        last.offsets.set(postingId, offset);
        if (!contribution.retracted && contribution.duplicate) last.duplicates.add(postingId);
        else last.duplicates.delete(postingId);
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
