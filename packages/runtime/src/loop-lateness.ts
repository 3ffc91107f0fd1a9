/** Shorter than any deadline of an engine's call, longer than a piece of work should ever hold the loop. */
const LATE_MS = 1000;
/** A connection that was given up meanwhile is back within this time, if the engine is there. */
const REMEMBERED_MS = 5000;
export const LATENESS_TICK_MS = 200;

/**
 * Knows whether the event loop of this process was held up lately. A timer that runs out meanwhile tells nothing of
 * whoever was waited for: the answer may have been there all the time, unread.
 * @param nowMs milliseconds of a clock that only goes forward
 * @returns `tick`, to be called every LATENESS_TICK_MS by a timer, and `latelyMs`: the longest that the loop was held
 *   up within the last seconds, 0 where it was on time
 */
export const createLoopLateness = (nowMs: () => number = () => performance.now()) => {
  let lastTickMs = nowMs();
  let late = { endedMs: -Infinity, ms: 0 };
  const look = () => {
    const now = nowMs();
    const ms = now - lastTickMs - LATENESS_TICK_MS;
    const recentMs = now - late.endedMs < REMEMBERED_MS ? late.ms : 0;
    if (ms >= LATE_MS && ms >= recentMs) late = { endedMs: now, ms };
    return now;
  };
  return {
    tick: (): void => {
      lastTickMs = look();
    },
    latelyMs: (): number => {
      const now = look();
      return now - late.endedMs < REMEMBERED_MS ? Math.round(late.ms) : 0;
    },
  };
};
