import { loggedError } from '@skillstream/errors';
import { shouldNarrate, type Log, type Narrate } from '@skillstream/runtime';
import { isFenced } from '../kafka-errors.ts';
import type { PartitionState } from './partition-state.ts';

type PartitionNarratorDeps = { narrate: Narrate; log: Log; groupId: string; topic: string };
type Failed = Pick<PartitionState, 'partition' | 'failures'>;

/**
 * Narrates what a runner does with its partitions. A join that leaves a partition where it was is not narrated; of
 * failures in a row fewer and fewer are.
 */
export const createPartitionNarrator = ({ narrate, log, groupId: group, topic }: PartitionNarratorDeps) => {
  /** Partitions whose acquisition was narrated, and not their loss yet. */
  const held = new Set<number>();
  const partitionFields = (partition: number) => ({ group, topic, partition });
  const retried = ({ partition, failures }: Failed, error: unknown): void => {
    const fields = { ...partitionFields(partition), failures, reason: loggedError(error) };
    if (shouldNarrate(failures)) narrate({ type: 'retried', ...fields });
    else log.debug(fields, 'failed again');
  };
  return {
    acquired: (partition: number, fetchPosition: number): void => {
      if (!held.has(partition))
        narrate({ type: 'partition.acquired', ...partitionFields(partition), position: fetchPosition });
      held.add(partition);
    },
    /** @param assigned the partitions that are assigned now; null where the consumer has left the group */
    assigned: (assigned: readonly number[] | null): void => {
      if (assigned) log.info({ topic, groupId: group, partitions: assigned }, 'partitions assigned');
      for (const partition of held) {
        if (assigned?.includes(partition)) continue;
        held.delete(partition);
        narrate({ type: 'partition.lost', ...partitionFields(partition) });
      }
    },
    moved: (partition: number, from: number, to: number): void =>
      narrate({ type: 'reading.moved', ...partitionFields(partition), from, to }),
    retried,
    /** @param batch the offsets of the batch that could not be taken, if it was one that failed */
    failed: (state: Failed, error: unknown, batch?: { from: number; to: number }): void => {
      const where = partitionFields(state.partition);
      const reason = loggedError(error);
      if (isFenced(error)) narrate({ type: 'fenced', ...where, reason });
      if (!batch || !shouldNarrate(state.failures)) return retried(state, error);
      narrate({ type: 'batch.dropped', ...where, ...batch, reason });
    },
  };
};
