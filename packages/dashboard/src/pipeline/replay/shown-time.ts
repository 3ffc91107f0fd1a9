/** Which moment is shown: now, one that stands, or one that moves from `fromMs` on since `sinceMs`. */
export type Shown =
  | { mode: 'live' }
  | { mode: 'paused'; atMs: number }
  | { mode: 'replaying'; fromMs: number; sinceMs: number; speed: number };

/** The moment that is shown, in milliseconds since 1970; never one to come. */
export const shownTime = (shown: Shown, nowMs: number): number => {
  if (shown.mode === 'live') return nowMs;
  if (shown.mode === 'paused') return Math.min(shown.atMs, nowMs);
  return Math.min(nowMs, shown.fromMs + (nowMs - shown.sinceMs) * shown.speed);
};

/**
 * What can be shown of it: a replay that has caught up with the present is live; a pause before the earliest moment
 * that is recorded stands at that. Where the clock was set back, a pause stands at the present, and a replay that has
 * not begun by it is live.
 */
export const withinReach = (shown: Shown, firstMs: number | null, nowMs: number): Shown => {
  if (shown.mode === 'replaying' && (shown.sinceMs > nowMs || shownTime(shown, nowMs) >= nowMs))
    return { mode: 'live' };
  if (shown.mode === 'paused' && shown.atMs > nowMs) return { mode: 'paused', atMs: nowMs };
  // Before the first message after that the earliest moment is still to come.
  if (shown.mode === 'paused' && firstMs !== null && firstMs <= nowMs && shown.atMs < firstMs)
    return { mode: 'paused', atMs: firstMs };
  return shown;
};
