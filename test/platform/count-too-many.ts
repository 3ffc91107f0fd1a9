import { until } from '@skillstream/async/testing';
import { connectRedis, silentLog } from '@skillstream/runtime';

/**
 * Changes what the views say that they have counted, past every guard.
 * @param by how many postings more; below 0: fewer
 * @returns what takes it back
 */
export const countTooMany = async (redisUrl: string, by: number): Promise<() => Promise<void>> => {
  const change = async (more: number) => {
    const redis = connectRedis(redisUrl, silentLog());
    try {
      const ledgers = await until('the views have a ledger', async () => {
        const keys = redis.status === 'ready' ? await redis.keys('*:ledger') : [];
        return keys.length > 0 && keys.sort();
      });
      const field = (await redis.hkeys(ledgers[0]!)).find((one) => one.startsWith('n:'));
      await redis.hincrby(ledgers[0]!, field!, more);
    } finally {
      redis.disconnect();
    }
  };
  await change(by);
  return () => change(-by);
};
