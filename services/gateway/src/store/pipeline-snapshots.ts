import {
  GONE_REMEMBERED_MS,
  PIPELINE_REPLICAS,
  pipelineSnapshotKey,
  replicaSnapshot,
  serviceNames,
  type ReplicaSnapshot,
} from '@skillstream/contracts';
import type { Redis } from '@skillstream/runtime';
import { MOST_REPLICAS, type FoundReplica } from '../pipeline/known-replicas.ts';
import { createRedisPolicy } from './redis-policy.ts';

// A page that refreshes every second waits no longer for Redis; the services are asked instead.
const MOST_MS = 500;

const isReplica = (member: string): boolean =>
  serviceNames.some((service) => member.startsWith(`${service}/`));

const parse = (text: string | null): ReplicaSnapshot | null => {
  if (text === null) return null;
  try {
    return replicaSnapshot.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
};

/**
 * Reads the replicas that published a snapshot lately, and those snapshots that still stand.
 * @param nowMs milliseconds since 1970
 */
export const createSnapshotReader = (redis: Redis, namespace: string, nowMs: () => number) => {
  const patience = createRedisPolicy(MOST_MS);
  /** @throws where Redis is unavailable or slow */
  return (): Promise<FoundReplica[]> =>
    patience(async () => {
      const since = nowMs() - GONE_REMEMBERED_MS;
      const listed = await redis.zrangebyscore(
        ...([
          `${namespace}${PIPELINE_REPLICAS}`,
          since,
          '+inf',
          'WITHSCORES',
          'LIMIT',
          0,
          MOST_REPLICAS,
        ] as const),
      );
      const found = Array.from({ length: listed.length / 2 }, (_, n) => ({
        member: listed[2 * n]!,
        atMs: Number(listed[2 * n + 1]),
      })).filter(({ member }) => isReplica(member));
      if (found.length === 0) return [];
      const texts = await redis.mget(found.map(({ member }) => `${namespace}${pipelineSnapshotKey(member)}`));
      return found.map((one, n) => ({ ...one, snapshot: parse(texts[n] ?? null) }));
    });
};
