import type { JourneyStep } from '@skillstream/contracts';

/** A step before its wait is known. */
export type OpenStep = Omit<JourneyStep, 'waitedMs' | 'clockBehindMs'>;

/**
 * Adds how long each step waited after the one that it names. Both times are of the clocks of their replicas: where
 * the later step's clock is behind, the wait is 0 and `clockBehindMs` says by how much. Pure.
 */
export const withWaits = (steps: readonly OpenStep[]): JourneyStep[] => {
  const reachedAt = new Map<string, number>();
  for (const { step, state, at } of steps) if (state === 'reached' && at) reachedAt.set(step, Date.parse(at));
  return steps.map((step) => {
    const [from, to] = [reachedAt.get(step.after ?? ''), reachedAt.get(step.step)];
    if (step.state !== 'reached' || from === undefined || to === undefined)
      return { ...step, waitedMs: null };
    return { ...step, waitedMs: Math.max(0, to - from), ...(to < from && { clockBehindMs: from - to }) };
  });
};
