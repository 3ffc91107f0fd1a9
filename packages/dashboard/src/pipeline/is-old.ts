import type { PipelineConsumer, PipelinePartition } from '@skillstream/contracts';

/** Three snapshots that a replica did not publish. */
const OLD_SECONDS = 3;

/**
 * Whether the figures of a partition are no longer those of now: nobody reads it, or its reader has published nothing
 * for a while. More may have been written meanwhile, so neither its end nor its lag is known.
 */
export const isOld = ({ owner, ageSeconds }: Pick<PipelinePartition, 'owner' | 'ageSeconds'>): boolean =>
  owner === null || ageSeconds > OLD_SECONDS;

/** How many records a group is behind, and its oldest in seconds; null where a partition is not known now. */
export const backlogOf = ({
  lag,
  oldestSeconds,
  partitions,
}: Pick<PipelineConsumer, 'lag' | 'oldestSeconds' | 'partitions'>): {
  lag: number | null;
  oldestSeconds: number | null;
} => (partitions.some(isOld) ? { lag: null, oldestSeconds: null } : { lag, oldestSeconds });
