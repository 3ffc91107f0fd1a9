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

/** A replay that has caught up with the present is live. */
export const caughtUp = (shown: Shown, nowMs: number): Shown =>
  shown.mode === 'replaying' && shownTime(shown, nowMs) >= nowMs ? { mode: 'live' } : shown;
