import type { Counts } from './replica-totals.ts';

type Sample = { atMs: number; totals: Counts };

/**
 * Totals over time, one each step, in bounded memory.
 * @param stepMs between two that are kept
 * @param mostMs how far back one can look
 */
export const createHistory = (stepMs: number, mostMs: number) => {
  const samples: Sample[] = [];
  let latest: Sample | null = null;

  /** The last sample that is not within the window; the first one where it does not reach so far. */
  const baseOf = (fromMs: number): Sample | undefined => {
    let [low, high] = [0, samples.length - 1];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if (samples[middle]!.atMs <= fromMs) low = middle;
      else high = middle - 1;
    }
    return samples[low];
  };
  return {
    add: (atMs: number, totals: Counts): void => {
      latest = { atMs, totals };
      if (samples.length === 0 || atMs - samples.at(-1)!.atMs >= stepMs) samples.push(latest);
      while (samples.length > 1 && samples[1]!.atMs <= atMs - mostMs) samples.shift();
    },
    /** How much a total has increased in a window that ends with the latest sample. */
    increase: (name: string, windowMs: number): number => {
      if (!latest) return 0;
      const base = baseOf(latest.atMs - windowMs);
      return (latest.totals[name] ?? 0) - (base?.totals[name] ?? 0);
    },
    /** How much of a window is known, in milliseconds. */
    knownMs: (windowMs: number): number => (latest ? Math.min(windowMs, latest.atMs - samples[0]!.atMs) : 0),
    size: (): number => samples.length,
  };
};
