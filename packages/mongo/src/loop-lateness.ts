/** Shorter than any timeout of an engine call, longer than a unit of work should ever block the event loop. */
const LATE_MS = 1000;
/** A connection that was closed meanwhile is back within this time, if the engine is available. */
const REMEMBERED_MS = 5000;
export const LATENESS_TICK_MS = 200;

/**
 * Measures whether the event loop of this process was blocked recently. A timeout in that time says nothing about the
 * other side: its response may have arrived and not been read.
 * @param nowMs a monotonic clock, in milliseconds
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
