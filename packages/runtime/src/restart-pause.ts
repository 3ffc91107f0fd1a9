import { backoffMs } from './backoff.ts';

const STABLE_MS = 30_000;
const backoff = { firstMs: 500, maxMs: 10_000 };

/**
 * How long to wait before something that ended by itself is started again: not at all after it ran for half a minute;
 * each time it ends sooner, longer, up to ten seconds.
 * @param random gives numbers in [0, 1)
 * @returns takes how long it ran, gives how long to wait, both in milliseconds
 */
export const createRestartPause = (random: () => number = Math.random): ((ranForMs: number) => number) => {
  let quickEnds = 0;
  return (ranForMs) => {
    quickEnds = ranForMs > STABLE_MS ? 0 : quickEnds + 1;
    return quickEnds === 0 ? 0 : backoffMs(quickEnds - 1, backoff, random());
  };
};
