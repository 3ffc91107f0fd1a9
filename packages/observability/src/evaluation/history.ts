import type { Counts } from './replica-totals.ts';

type Sample = {
  atMs: number;
  totals: Counts;
  /** How long was watched until then, without gaps. */
  watchedMs: number;
  /** Nobody knows when before it happened what it has more than the sample before. */
  endsGap: boolean;
};

/** Looks that are further apart than so many steps have a gap in between. */
const GAP_STEPS = 3;

/**
 * Totals over time, one each step, in bounded memory.
 * @param stepMs between two that are kept
 * @param mostMs how far back one can look
 */
export const createHistory = (stepMs: number, mostMs: number) => {
  const samples: Sample[] = [];
  let latest: Sample | null = null;

  /** The place of the last sample that is not within the window; of the first one where it does not reach so far. */
  const lastBefore = (fromMs: number): number => {
    let [low, high] = [0, samples.length - 1];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if (samples[middle]!.atMs <= fromMs) low = middle;
      else high = middle - 1;
    }
    return low;
  };
  /**
   * What a window is compared with. Where it begins in a gap, that is the end of the gap: what came in between may all
   * have been before the window. To spread it evenly would be to make up when it happened.
   */
  const baseOf = (fromMs: number): Sample => {
    const place = lastBefore(fromMs);
    const next = samples[place + 1];
    return next?.endsGap ? next : samples[place]!;
  };
  const between = (name: string, base: Sample): number =>
    (latest?.totals[name] ?? 0) - (base.totals[name] ?? 0);
  return {
    add: (atMs: number, totals: Counts): void => {
      const sinceMs = latest ? atMs - latest.atMs : 0;
      const endsGap = sinceMs > GAP_STEPS * stepMs;
      latest = { atMs, totals, watchedMs: (latest?.watchedMs ?? 0) + (endsGap ? 0 : sinceMs), endsGap };
      if (samples.length === 0 || atMs - samples.at(-1)!.atMs >= stepMs) samples.push(latest);
      while (samples.length > 1 && samples[1]!.atMs <= atMs - mostMs) samples.shift();
    },
    /**
     * How much a total has increased in a window that ends with the latest sample: also over a gap that is all within
     * the window, and not over one in which it begins.
     */
    increase: (name: string, windowMs: number): number =>
      latest ? between(name, baseOf(latest.atMs - windowMs)) : 0,
    /** How much of an increase was first seen within a window, whenever it happened. */
    firstSeen: (name: string, windowMs: number): number =>
      latest ? between(name, samples[lastBefore(latest.atMs - windowMs)]!) : 0,
    /** How much of a window was watched, in milliseconds. */
    knownMs: (windowMs: number): number => {
      if (!latest) return 0;
      const fromMs = latest.atMs - windowMs;
      const base = baseOf(fromMs);
      return latest.watchedMs - base.watchedMs - Math.max(0, fromMs - base.atMs);
    },
    size: (): number => samples.length,
  };
};
