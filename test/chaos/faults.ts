import { sleep } from '@skillstream/async';
import { until } from '@skillstream/async/testing';
import type { MongoSet } from '@skillstream/engines/mongo-set';
import { connectRedis, silentLog } from '@skillstream/runtime';
import type { ServiceName } from '../../packages/cli/src/platform/service-specs.ts';
import type { ClusterPlatform } from '../failover/cluster-platform.ts';
import type { Service } from '../platform/service.ts';
import type { Fault } from './schedule.ts';

const isRelay = async ({ metrics }: Service): Promise<boolean> =>
  /skillstream_relay_lease_held\{[^}]*\} 1/.test(await metrics());

/**
 * Makes faults happen to a platform with two replicas; each resolves when what was away is back.
 * @param set what the services take for their MongoDB
 */
export const createFaults = (platform: ClusterPlatform, set: MongoSet) => {
  const { kafka, engines } = platform;

  const pause = async (service: Service, forMs: number) => {
    service.signal('SIGSTOP');
    await sleep(forMs);
    service.signal('SIGCONT');
  };
  const killEngine = async (name: 'redis' | 'mongo', forMs: number) => {
    await engines.kill(name);
    await sleep(forMs);
    await engines.start(name);
  };
  const flush = async () => {
    const redis = connectRedis(engines.urls.redisUrl, silentLog());
    try {
      await until('redis answers', () => redis.status === 'ready');
      await redis.flushall();
    } finally {
      redis.disconnect();
    }
  };
  /** A broker is back when all that it holds is in sync again: one at a time is what three copies bear. */
  const broker = async (away: () => unknown, forMs: number, back: () => unknown) => {
    await away();
    await sleep(forMs);
    await back();
    await platform.inSync();
  };

  return async (fault: Fault): Promise<void> => {
    switch (fault.what) {
      case 'stop broker':
        return broker(
          () => kafka.stop(fault.broker),
          fault.forMs,
          () => kafka.start(fault.broker),
        );
      case 'kill broker':
        return broker(
          () => kafka.kill(fault.broker),
          fault.forMs,
          () => kafka.start(fault.broker),
        );
      case 'pause broker':
        return broker(
          () => kafka.pause(fault.broker),
          fault.forMs,
          () => kafka.resume(fault.broker),
        );
      case 'move leaders':
        return void (await kafka.moveLeaders());
      case 'kill service': {
        const service = platform.service(fault.service as ServiceName, fault.replica);
        service.signal('SIGKILL');
        await service.ended();
        await sleep(fault.forMs);
        service.start();
        return void (await service.ready());
      }
      case 'pause service':
        return pause(platform.service(fault.service as ServiceName, fault.replica), fault.forMs);
      case 'pause relay': {
        const replicas = [platform.service('ingestion'), platform.service('ingestion', 2)];
        const relay = await until(
          'there is a relay',
          async () => {
            for (const replica of replicas) if (await isRelay(replica).catch(() => false)) return replica;
            return null;
          },
          120_000,
        );
        return pause(relay, fault.forMs);
      }
      case 'kill redis':
        return killEngine('redis', fault.forMs);
      case 'kill mongo':
        return killEngine('mongo', fault.forMs);
      case 'step down mongo': {
        const { when, seen } = fault;
        return set.stepDown({ when, ...(seen !== 'cut' && { error: seen }) });
      }
      case 'lose mongo’s majority':
        set.loseMajority();
        await sleep(fault.forMs);
        return set.restoreMajority();
      case 'cut mongo’s connections':
        return set.cut();
      case 'flush redis':
        return flush();
    }
  };
};
