import { DELETE_RETENTION_MS } from '@skillstream/contracts';

/** What a projection stores beside its state. */
export type Marks = { position: number; log: string; seenMs: number };

/**
 * Returns why a projection cannot resume from its position; null when it can.
 * @param end the end of the log: a position beyond it belongs to a log that is gone
 */
export const reasonToStartOver = (
  marks: Marks | null,
  log: string,
  end: number,
  nowMs: number,
): string | null => {
  if (!marks) return null;
  if (marks.log !== log) return `the state belongs to the log ${marks.log}`;
  if (marks.position >= end)
    return `the log ends at ${end}, the state is at ${marks.position}: the log was recreated`;
  // Tombstones vanish after delete.retention.ms: a projection that missed one would still count a retracted posting.
  if (nowMs - marks.seenMs > DELETE_RETENTION_MS / 2)
    return 'it stood still for too long: retractions may be missed';
  return null;
};
