// A bucket ends 2 % above the one before: a quantile is wrong by no more, and a day's latencies need 900 buckets.
const BASE = Math.log(1.02);
const bucketOf = (ms: number): number => (ms < 1 ? 0 : Math.ceil(Math.log(ms) / BASE));

/** Counts latencies in buckets, so that memory does not grow with their number. */
export const createLatencies = () => {
  const buckets = new Map<number, number>();
  let [count, longest] = [0, 0];
  return {
    /** @param ms not negative */
    add: (ms: number): void => {
      const bucket = bucketOf(ms);
      buckets.set(bucket, (buckets.get(bucket) ?? 0) + 1);
      count += 1;
      longest = Math.max(longest, ms);
    },
    count: (): number => count,
    longestMs: (): number => longest,
    /**
     * The latency that this share of all does not exceed, in milliseconds, by 2 % too high at the most.
     * @returns null where there is none
     */
    quantileMs: (share: number): number | null => {
      if (count === 0) return null;
      let left = Math.max(1, Math.ceil(share * count));
      for (const [bucket, held] of [...buckets].sort(([a], [b]) => a - b)) {
        left -= held;
        if (left <= 0) return Math.min(longest, Math.exp(bucket * BASE));
      }
      return longest;
    },
  };
};

export type Latencies = ReturnType<typeof createLatencies>;
