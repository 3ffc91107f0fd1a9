/** Counts by name, each since the start of whoever counts. */
export type Counts = Readonly<Record<string, number>>;
/** What a replica has counted; `key` is another after each restart. */
export type ReplicaCounts = { key: string; startedMs: number; counts: Counts };

/** A replica shows itself so long after its start, at the latest. */
const SHOWN_WITHIN_MS = 10_000;
/** One that has not been seen for so long does not come back. */
const FORGOTTEN_MS = 900_000;

/**
 * Adds up what replicas count, over their restarts: the totals never fall, as those of Prometheus' `increase`. What a
 * replica had counted before the first look is not known to be of this time, and left out.
 */
export const createReplicaTotals = () => {
  const totals: Record<string, number> = {};
  const known = new Map<string, { seenMs: number; counts: Counts }>();
  let lookedMs: number | null = null;

  /** Of a replica that began after the last look all is new. */
  const before = (key: string, startedMs: number, counts: Counts): Counts => {
    const last = known.get(key);
    if (last) return last.counts;
    return lookedMs !== null && startedMs >= lookedMs - SHOWN_WITHIN_MS ? {} : counts;
  };
  /** @returns the totals after this look */
  return (replicas: readonly ReplicaCounts[], nowMs: number): Counts => {
    for (const { key, startedMs, counts } of replicas) {
      const base = before(key, startedMs, counts);
      for (const [name, count] of Object.entries(counts)) {
        const from = base[name] ?? 0;
        totals[name] = (totals[name] ?? 0) + (count >= from ? count - from : count);
      }
      known.set(key, { seenMs: nowMs, counts });
    }
    for (const [key, { seenMs }] of known) if (nowMs - seenMs > FORGOTTEN_MS) known.delete(key);
    lookedMs = nowMs;
    return { ...totals };
  };
};
