import { messageOf, type Log, type Redis } from '@skillstream/runtime';

/**
 * Hints for the relay: ids of postings that were just stored, in a Redis list. They may get lost; the sweep
 * finds what they missed, so a failure is logged and no more.
 * @param waiting a connection of its own, since a blocking pop keeps it busy
 */
export const createHints = (redis: Redis, waiting: Redis, key: string, log: Log) => {
  // A Redis that was away may have lost its newest hints, and took none: also when it was back before anybody looked.
  let brokeOff = false;
  redis.on('close', () => {
    brokeOff = true;
  });
  let saidAway = false;
  const away = (error: unknown) => {
    if (!saidAway)
      log.warn({ error: messageOf(error) }, 'hints not possible, the sweep has to find postings');
    saidAway = true;
    return null;
  };
  const back = <T>(value: T): T => {
    saidAway = false;
    return value;
  };
  return {
    /** @returns how many hints wait now; null when they could not be left */
    push: (ids: string[]): Promise<number | null> => redis.rpush(key, ...ids).then(back, away),
    /** How many hints wait; null when Redis does not say. */
    count: (): Promise<number | null> => redis.llen(key).then(back, away),
    /**
     * Whether hints may have been lost since the last call: the connection broke off, or Redis has forgotten
     * everything, since a key left beside the list is gone.
     * @throws when Redis is away
     */
    wereLost: async (): Promise<boolean> => {
      const broke = brokeOff;
      brokeOff = false;
      try {
        return (await redis.set(`${key}:kept`, '1', 'NX')) === 'OK' || broke;
      } catch (error) {
        brokeOff = true;
        throw error;
      }
    },
    /**
     * The oldest hints; waits a second for the first, unless there is other work.
     * @throws when Redis is away
     */
    pop: async (most: number, wait = true): Promise<string[]> => {
      const ready = await redis.lpop(key, most);
      if ((ready && ready.length > 0) || !wait) return ready ?? [];
      const first = await waiting.blpop(key, 1);
      return first ? [first[1], ...((await redis.lpop(key, most - 1)) ?? [])] : [];
    },
  };
};

export type Hints = ReturnType<typeof createHints>;
