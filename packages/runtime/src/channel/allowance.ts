/**
 * Allows so many of something in each second, and no more.
 * @param nowMs milliseconds of a clock that only goes forward
 */
export const createAllowance = (perSecond: number, nowMs: () => number) => {
  let second = -1;
  let used = 0;
  return (): boolean => {
    const now = Math.floor(nowMs() / 1000);
    if (now !== second) [second, used] = [now, 0];
    used += 1;
    return used <= perSecond;
  };
};
