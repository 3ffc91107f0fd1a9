import { until } from '@skillstream/async/testing';
import type { EngineUrls } from '@skillstream/engines';
import { startKafkaCluster } from '@skillstream/engines/clusters';
import { startPlatform } from '../platform/platform.ts';

/** Commits wait for a broker that hangs until its session ends, and ingestion's own patience comes on top. */
const LIMIT_MS = 240_000;

/**
 * The whole platform over three brokers.
 * @param standBefore as of `startPlatform`
 */
export const startClusterPlatform = async (standBefore?: (urls: EngineUrls) => Promise<EngineUrls>) => {
  const kafka = await startKafkaCluster();
  const platform = await startPlatform(
    { REPLICATION_FACTOR: '3', TOPIC_PARTITIONS: '12' },
    kafka.brokers,
    standBefore,
  ).catch(async (error: unknown) => {
    await kafka.close();
    throw error;
  });
  return {
    ...platform,
    kafka,
    /** Waits as a careful operator does before the next restart. */
    inSync: () => until('every replica is in sync', () => kafka.inSync(), LIMIT_MS),
    /** Waits until a broker that is away leads nothing any more. */
    leadsNothing: (id: number) =>
      until(
        `broker ${id} leads nothing`,
        async () => (await kafka.partitions()).every(({ leader }) => leader !== id && leader !== -1),
        LIMIT_MS,
      ),
    /** Waits until nothing moves, whether or not everything is counted. */
    still: () =>
      until(
        'nothing moves',
        async () => {
          const found = await platform.ledger();
          return found.idle ? found : Promise.reject(new Error(JSON.stringify(found.total)));
        },
        LIMIT_MS,
      ),
    stop: async () => {
      await platform.stop();
      await kafka.close();
    },
  };
};

export type ClusterPlatform = Awaited<ReturnType<typeof startClusterPlatform>>;
