import { DELETE_RETENTION_MS } from '@skillstream/contracts';

/** What a projection stores beside its state. */
export type Checkpoint = { position: number; log: string; seenMs: number };

/**
 * Returns why a projection cannot resume from its position; null when it can.
 * @param end the end of the log: a position beyond it belongs to a log that is gone
 */
export const reasonToStartOver = (
  checkpoint: Checkpoint | null,
  log: string,
  end: number,
  nowMs: number,
): string | null => {
  if (!checkpoint) return null;
  if (checkpoint.log !== log) return `the state belongs to the log ${checkpoint.log}`;
  if (checkpoint.position >= end)
    return `the log ends at ${end}, the state is at ${checkpoint.position}: the log was recreated`;
  // Tombstones vanish after delete.retention.ms: a projection that missed one would still count a retracted posting.
  if (nowMs - checkpoint.seenMs > DELETE_RETENTION_MS / 2)
    return 'it stood still for too long: retractions may be missed';
  return null;
};
