import type { ConsumerStatus } from '@skillstream/contracts';
import type { PartitionState } from './partition-state.ts';

/** The status of a consumer; `caughtUp` means that every partition was read to the end of the log. */
export const statusOf = (
  group: string,
  topic: string,
  states: Pick<PartitionState, 'partition' | 'owner' | 'fetchPosition' | 'end'>[],
): ConsumerStatus => {
  const partitions = states.map(({ partition, fetchPosition, end }) => {
    const next = Math.max(0, fetchPosition);
    return { partition, next, end: Math.max(0, end), lag: Math.max(0, end - next) };
  });
  return {
    group,
    topic,
    partitions,
    lag: partitions.reduce((sum, { lag }) => sum + lag, 0),
    caughtUp:
      states.length > 0 &&
      states.every(({ owner, fetchPosition, end }) => owner && end >= 0 && fetchPosition >= end),
  };
};
