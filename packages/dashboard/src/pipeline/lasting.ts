/** How long something has to be wrong, or right again, before it is announced. */
export const LASTING_MS = 3_000;

/** What is announced, and what would be next, with the time since when it is. */
export type Announced = { said: string; next: string; sinceMs: number };

/** Before anything was announced; what is wrong at the beginning has to last, too. */
export const nothingSaid: Announced = { said: '', next: '', sinceMs: 0 };

/**
 * What is announced once a text is so at a time: the text itself where it has been the same for `LASTING_MS`, else
 * what was announced before. So a trouble of a second is not read out, nor is its end. Pure.
 */
export const announce = (before: Announced, text: string, nowMs: number): Announced => {
  const { said, next, sinceMs } = text === before.next ? before : { ...before, next: text, sinceMs: nowMs };
  return nowMs - sinceMs >= LASTING_MS ? { said: next, next, sinceMs } : { said, next, sinceMs };
};
