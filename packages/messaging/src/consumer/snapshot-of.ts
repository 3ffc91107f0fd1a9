import type { OwnedPartition } from '@skillstream/contracts';
import type { PartitionState } from './partition-state.ts';
import { oldestSecondsOf } from './untaken.ts';

/**
 * The partitions that are read here, as the pipeline shows them. One that was assigned and not acquired yet, so that
 * its fetch position is unknown, is not listed: it would look as if nothing of it had been read.
 * @param nowMs milliseconds since 1970
 */
export const snapshotOf = (
  states: readonly Pick<PartitionState, 'partition' | 'fetchPosition' | 'end' | 'untaken'>[],
  nowMs: number,
): OwnedPartition[] =>
  states
    .filter(({ fetchPosition }) => fetchPosition >= 0)
    .map(({ partition, fetchPosition: position, end: seenEnd, untaken }) => {
      const end = Math.max(seenEnd, position);
      const lag = end - position;
      return { partition, position, end, lag, oldestSeconds: oldestSecondsOf(untaken, lag, nowMs) };
    });
