import { until } from '@skillstream/async/testing';
import { connectRedis, scanKeys, silentLog } from '@skillstream/runtime';
import { generateSample, type SampleTruth } from '../../packages/cli/src/sample/index.ts';
import { startPlatform } from '../platform/platform.ts';
import { allowed } from '../platform/token.ts';
import { trueDemand } from '../platform/true-demand.ts';

const LIMIT_MS = 120_000;
const query = { role: 'backend', top: 20 } as const;

/** Lines of the live feed, for as long as somebody listens. */
const listen = async (url: string) => {
  const leave = new AbortController();
  const response = await fetch(`${url}/v1/live`, await allowed({ signal: leave.signal }));
  let changes = 0;
  const read = async () => {
    for await (const chunk of response.body!.pipeThrough(new TextDecoderStream()))
      changes += chunk.split('event: change').length - 1;
  };
  void read().catch(() => undefined);
  return { changes: () => changes, leave: () => leave.abort() };
};

/**
 * The whole platform over a Redis of the test, with limits so wide that nobody meets them.
 * @param redisUrl with Sentinels, or of a Redis Cluster
 */
export const startRedisPlatform = async (redisUrl: string) => {
  const platform = await startPlatform({
    REDIS_URL: redisUrl,
    TOPIC_PARTITIONS: '12',
    RATE_LIMIT_READS_PER_MINUTE: '1000000',
  });
  const redis = connectRedis(redisUrl, silentLog());
  const truths: SampleTruth[] = [];
  const countsOf = async (): Promise<number[]> => {
    const states = new Set<string>();
    for await (const keys of scanKeys(redis, '{*}:v*:state')) for (const key of keys) states.add(key);
    return Promise.all([...states].sort().map(async (key) => Number(await redis.hget(key, '@position'))));
  };
  const isThere = async (pattern: string): Promise<boolean> => {
    for await (const keys of scanKeys(redis, pattern)) if (keys.length > 0) return true;
    return false;
  };
  return {
    ...platform,
    /** The key of a partition's state in the present version. */
    stateOf: (partition: number) =>
      until(`the views of ${partition}`, async () => {
        for await (const [key] of scanKeys(redis, `{${partition}}:v*:state`)) return key;
        return null;
      }),
    /** Waits until every partition is counted further than it was, wherever Redis has fallen back to meanwhile. */
    countsOn: async (before: number[]): Promise<void> => {
      await until(
        'every partition is counted on',
        async () => {
          const now = await countsOf();
          return now.length === before.length && now.every((position, i) => position > before[i]!);
        },
        LIMIT_MS,
      );
    },
    counts: () =>
      until('every partition is counted', async () => ((await countsOf()).length === 12 ? countsOf() : null)),
    /** Remembers what postings of the sample were accepted, for `wrongResults`. */
    remember: (seed: number, count: number) => {
      const sample = generateSample({ seed, count: 1_000_000, firstMonth: '2024-01', months: 1 });
      for (const { truth } of sample.take(count)) truths.push(truth);
    },
    /** What the views answer that is not so, by the truth of the postings. */
    wrongResults: async (): Promise<unknown[]> => {
      type Answer = {
        population: number;
        skills: { skillId: string; count: number }[];
        answeredFrom: { model: string };
      };
      const { population, skills } = trueDemand(truths, { ...query, via: 'auto' } as never, 'go');
      const reported = await until('the views answer', async () => {
        const result = (await platform.get(`/v1/demand?role=${query.role}&top=${query.top}`)) as Answer;
        return result.answeredFrom.model === 'views' ? result : null;
      });
      const counts = reported.skills.map(({ skillId, count }) => ({ skillId, count }));
      const expected = JSON.stringify({ population, skills });
      const found = JSON.stringify({ population: reported.population, skills: counts });
      return found === expected ? [] : [{ expected, found }];
    },
    /** What of the gateway's doings in Redis does not work: it should be nothing. */
    gatewayFaults: async (load: { grows: () => Promise<void> }): Promise<string[]> => {
      const faults: string[] = [];
      const client = await listen(platform.url);
      const happens = (what: string, ask: () => Promise<boolean> | boolean) =>
        until(what, ask).catch(() => void faults.push(what));
      let n = 0;
      const asked = async () => {
        n += 1;
        await platform.get(`/v1/demand?top=${(n % 90) + 10}&from=20${10 + (n % 15)}-01`);
      };
      await happens('answers are shared', async () => (await asked(), isThere('gateway:answer:*')));
      await happens('limits are shared', async () => (await asked(), isThere('gateway:quota:reads:*')));
      await load.grows();
      await happens('the live feed tells of changes', () => client.changes() > 0);
      client.leave();
      return faults;
    },
    stop: async () => {
      redis.disconnect();
      await platform.stop();
    },
  };
};

export type RedisPlatform = Awaited<ReturnType<typeof startRedisPlatform>>;
