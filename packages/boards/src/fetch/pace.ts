import { appError } from '@skillstream/errors';

export type Clock = { sleep: (ms: number, signal?: AbortSignal) => Promise<unknown>; now: () => number };
type Host = { last: Promise<unknown>; nextAtMs: number; restsUntilMs: number };

/** A host that wants to be left alone for longer is asked again after this. */
const MOST_REST_MS = 3_600_000;

/**
 * Lets calls to one host begin one after the other, each so long after the one before it at the earliest.
 * @param everyMs between the beginnings of two calls
 * @param mostWaitMs a call is refused where its host is to be left alone for longer
 */
export const createPace = (everyMs: number, mostWaitMs: number, { sleep, now }: Clock) => {
  const hosts = new Map<string, Host>();
  const hostOf = (name: string): Host => {
    const host = hosts.get(name) ?? { last: Promise.resolve(), nextAtMs: 0, restsUntilMs: 0 };
    hosts.set(name, host);
    return host;
  };
  return {
    /** @throws SkillstreamError `unavailable`, not retryable; or the reason of the signal */
    inTurn: <T>(name: string, call: () => Promise<T>, signal?: AbortSignal): Promise<T> => {
      const host = hostOf(name);
      const mine = host.last.then(async () => {
        signal?.throwIfAborted();
        if (host.restsUntilMs - now() > mostWaitMs)
          throw appError('unavailable', `${name} wants to be left alone`, { retryable: false });
        const waitMs = Math.max(host.nextAtMs, host.restsUntilMs) - now();
        if (waitMs > 0) await sleep(waitMs, signal);
        signal?.throwIfAborted();
        host.nextAtMs = now() + everyMs;
        return call();
      });
      host.last = mine.catch(() => undefined);
      return mine;
    },
    /** Leaves a host alone, whoever would ask it. */
    rest: (name: string, ms: number): void => {
      const host = hostOf(name);
      host.restsUntilMs = Math.max(host.restsUntilMs, now() + Math.min(ms, MOST_REST_MS));
    },
  };
};

export type Pace = ReturnType<typeof createPace>;
