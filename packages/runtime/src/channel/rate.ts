/** Long enough for a batch a second not to look like a flicker, short enough to be seen to stop. */
const WINDOW_S = 5;

/**
 * How many of something there are in a second, on average over the last full seconds.
 * @param nowMs milliseconds of a clock that only goes forward
 */
export const createRate = (nowMs: () => number = () => performance.now()) => {
  const counts = new Map<number, number>();
  const beganMs = nowMs();
  const second = () => Math.floor(nowMs() / 1000);
  const forgetBefore = (oldest: number) => {
    for (const at of counts.keys()) if (at < oldest) counts.delete(at);
  };
  return {
    add: (count: number): void => {
      const now = second();
      counts.set(now, (counts.get(now) ?? 0) + count);
      forgetBefore(now - WINDOW_S);
    },
    perSecond: (): number => {
      const now = second();
      forgetBefore(now - WINDOW_S);
      const full = [...counts].reduce((sum, [at, count]) => (at === now ? sum : sum + count), 0);
      const seconds = Math.min(WINDOW_S, Math.max(1, Math.floor((nowMs() - beganMs) / 1000)));
      return Math.round((full / seconds) * 10) / 10;
    },
  };
};
