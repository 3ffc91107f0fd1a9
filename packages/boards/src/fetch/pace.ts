type Clock = { sleep: (ms: number) => Promise<unknown>; now: () => number };

/**
 * Lets calls to one host begin one after the other, each so long after the one before it at the earliest.
 * @param everyMs between the beginnings of two calls
 */
export const createPace = (everyMs: number, { sleep, now }: Clock) => {
  const hosts = new Map<string, { last: Promise<unknown>; nextAtMs: number }>();
  return <T>(host: string, call: () => Promise<T>): Promise<T> => {
    const one = hosts.get(host) ?? { last: Promise.resolve(), nextAtMs: 0 };
    hosts.set(host, one);
    const mine = one.last.then(async () => {
      const waitMs = one.nextAtMs - now();
      if (waitMs > 0) await sleep(waitMs);
      one.nextAtMs = now() + everyMs;
      return call();
    });
    one.last = mine.catch(() => undefined);
    return mine;
  };
};
