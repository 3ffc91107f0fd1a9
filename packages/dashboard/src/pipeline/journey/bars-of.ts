/** What a bar needs of a step. */
type Step = { at: string | null; waitedMs: number | null };
/** The wait before a step within the whole journey, from 0 to 1. */
export type Bar = { start: number; end: number };

/**
 * The waits of a journey as a waterfall: each bar ends when its step was reached. Null for a step without a time; a
 * wait that is not known has no length.
 */
export const barsOf = (steps: readonly Step[]): (Bar | null)[] => {
  const times = steps.flatMap(({ at }) => (at === null ? [] : [Date.parse(at)]));
  const first = Math.min(...times);
  const whole = Math.max(1, Math.max(...times) - first);
  const within = (part: number) => Math.min(1, Math.max(0, part));
  return steps.map(({ at, waitedMs }) => {
    if (at === null) return null;
    const end = (Date.parse(at) - first) / whole;
    return { start: within(end - (waitedMs ?? 0) / whole), end: within(end) };
  });
};
