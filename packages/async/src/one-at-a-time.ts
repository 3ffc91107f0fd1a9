import { sleep } from './backoff.ts';

export type OneAtATime<T> = {
  /** Returns the result of a read that starts after this call. */
  ask: () => Promise<T>;
  /** Whether nothing is running or waiting, and the pause after the last read is over. */
  idle: () => boolean;
};

export type OneAtATimeOptions = {
  /** The minimum time between the starts of two reads. */
  everyMs?: number;
  now?: () => number;
  wait?: (ms: number) => Promise<void>;
};

const nothing = () => undefined;

/**
 * Runs one read at a time, whatever the number of callers. Callers that arrive while one is running share the next
 * one, so that no caller gets a result that was read before its call.
 */
export const oneAtATime = <T>(
  look: () => Promise<T>,
  { everyMs = 0, now = () => performance.now(), wait = sleep }: OneAtATimeOptions = {},
): OneAtATime<T> => {
  let over: Promise<void> | null = null;
  let next: Promise<T> | null = null;
  let beganMs = -Infinity;

  const begin = (): Promise<T> => {
    next = null;
    beganMs = now();
    const mine = look();
    const ended: Promise<void> = mine.then(nothing, nothing).then(() => {
      if (over === ended && !next) over = null;
    });
    over = ended;
    return mine;
  };
  const pause = async () => {
    const left = everyMs - (now() - beganMs);
    if (left > 0) await wait(left);
  };
  return {
    ask: () => {
      if (next) return next;
      if (!over && now() - beganMs >= everyMs) return begin();
      return (next = (over ?? Promise.resolve()).then(pause).then(begin));
    },
    idle: () => !over && !next && now() - beganMs >= everyMs,
  };
};
