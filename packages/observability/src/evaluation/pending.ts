/** A condition that holds, by a key of its own. */
export type Holding<T> = { key: string; forMs: number; of: T };

/**
 * Which conditions have held for as long as they have to, at every look: one that does not hold at a single look
 * begins anew.
 */
export const createPending = <T>() => {
  const since = new Map<string, number>();
  return (holding: readonly Holding<T>[], nowMs: number): { of: T; sinceMs: number }[] => {
    const keys = new Set(holding.map(({ key }) => key));
    for (const key of since.keys()) if (!keys.has(key)) since.delete(key);
    return holding.flatMap(({ key, forMs, of }) => {
      const beganMs = since.get(key) ?? nowMs;
      since.set(key, beganMs);
      return nowMs - beganMs >= forMs ? [{ of, sinceMs: beganMs + forMs }] : [];
    });
  };
};
