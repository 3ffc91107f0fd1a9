import type { Settled } from '../load/send-batch.ts';
import { createLatencies, type Latencies } from './latencies.ts';

/** What became of the postings that were due. */
export type SendCounts = {
  accepted: number;
  unchanged: number;
  rejected: number;
  /** Sent, and no result came: they may have been accepted. */
  unanswered: number;
  /** Due, and not sent: as many requests as may were open, or the gateway is away. */
  notSent: number;
  latencies: Latencies;
  /** Why something has no result, the latest reason; null where everything has one. */
  reason: string | null;
};

/** Counts with nothing in them. */
export const createSendCounts = (): SendCounts => ({
  ...{ accepted: 0, unchanged: 0, rejected: 0, unanswered: 0, notSent: 0 },
  ...{ latencies: createLatencies(), reason: null },
});

/** Counts a result. @param latencyMs from the time at which the posting was due */
export const addResult = (
  counts: SendCounts,
  { status }: Pick<Settled, 'status'>,
  latencyMs: number,
): void => {
  counts[status] += 1;
  counts.latencies.add(Math.max(0, latencyMs));
};

/** How many have a result. */
export const answered = ({ accepted, unchanged, rejected }: SendCounts): number =>
  accepted + unchanged + rejected;
/** How many have none, and get none. */
export const missed = ({ unanswered, notSent }: SendCounts): number => unanswered + notSent;
/** How many were due. */
export const due = (counts: SendCounts): number => answered(counts) + missed(counts);
