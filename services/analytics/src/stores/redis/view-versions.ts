import { scanKeys, type Redis } from '@skillstream/runtime';
import type { ReadModelVersion } from '../../read-model-versions/superseded.ts';
import { viewKeys, viewVersionName } from './view-keys.ts';
import { createWholeVersion } from './whole-version.ts';

type PartitionViews = ReadModelVersion & { partition: number; seenMs: number };

const stateKey = /^(\d+)\}:v(\d+)\.(\d+):state$/;

/**
 * Lists the versions of the views in Redis by scanning it: an older log had other partitions, and the contents of a
 * restored Redis are recorded nowhere else.
 */
export const createViewVersions = (redis: Redis, namespace: string) => {
  const wholeVersion = createWholeVersion(redis);
  const begin = `${namespace}{`;
  const keysOf = (version: ReadModelVersion) =>
    viewKeys(namespace, viewVersionName(version.generation, version.schemaVersion));
  return {
    /** Each partition of each version, with the time of the last read by its owner; some more than once. */
    async *find(): AsyncGenerator<PartitionViews> {
      for await (const found of scanKeys(redis, `${begin}*}:v*:state`))
        for (const key of found) {
          const numbers = stateKey.exec(key.slice(begin.length))?.slice(1).map(Number);
          if (!numbers) continue;
          const seen = await redis.hget(key, '@seen');
          const [partition, schemaVersion, generation] = numbers as [number, number, number];
          yield { partition, schemaVersion, generation, seenMs: Number(seen ?? 0) };
        }
    },
    /** Whether the views of a partition have caught up. */
    isLive: async (version: ReadModelVersion, partition: number): Promise<boolean> =>
      (await redis.hget(keysOf(version).state(partition), '@live')) === '1',
    drop: (version: ReadModelVersion, partition: number): Promise<void> =>
      wholeVersion.drop(keysOf(version), partition),
  };
};
