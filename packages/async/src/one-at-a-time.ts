import { sleep } from './backoff.ts';

export type OneAtATime<T> = {
  /** What a look sees that begins after the question. */
  ask: () => Promise<T>;
  /** Whether nothing runs or waits, and the pause after the last look is over. */
  idle: () => boolean;
};

export type OneAtATimeOptions = {
  /** The next look begins so long after the one before began, at the least. */
  everyMs?: number;
  now?: () => number;
  wait?: (ms: number) => Promise<void>;
};

const nothing = () => undefined;

/**
 * Lets one look run at a time, however many ask. Who asks while one runs shares the next with all who came
 * meanwhile, so that nobody is given what was seen before the question.
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
