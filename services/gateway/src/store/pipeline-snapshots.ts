import {
  PIPELINE_REPLICAS,
  pipelineSnapshotKey,
  replicaSnapshot,
  serviceNames,
  type ReplicaSnapshot,
} from '@skillstream/contracts';
import type { Redis } from '@skillstream/runtime';
import { MOST_REPLICAS, type FoundReplica } from '../pipeline/known-replicas.ts';
import { createLastSeen, type ListedReplica } from '../pipeline/last-seen.ts';
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
 * Reads the replicas that published a snapshot lately, and those snapshots that still stand. The names of those that
 * are gone for long are taken out by the way: whoever adds a name knows only its own clock.
 * @param nowMs milliseconds since 1970
 */
export const createSnapshotReader = (redis: Redis, namespace: string, nowMs: () => number) => {
  const patience = createRedisPolicy(MOST_MS);
  const lastSeen = createLastSeen(nowMs);
  const replicas = `${namespace}${PIPELINE_REPLICAS}`;
  const read = async (): Promise<ListedReplica[]> => {
    const listed = await redis.zrangebyscore(
      ...([replicas, '-inf', '+inf', 'WITHSCORES', 'LIMIT', 0, MOST_REPLICAS] as const),
    );
    const named = Array.from({ length: listed.length / 2 }, (_, n) => ({
      member: listed[2 * n]!,
      saidMs: Number(listed[2 * n + 1]),
    })).filter(({ member }) => isReplica(member));
    if (named.length === 0) return [];
    const keys = named.map(({ member }) => `${namespace}${pipelineSnapshotKey(member)}`);
    const [texts, lives] = await Promise.all([
      redis.mget(keys),
      Promise.all(keys.map((key) => redis.pttl(key))),
    ]);
    return named.map((one, n) => ({ ...one, lifeLeftMs: lives[n]!, snapshot: parse(texts[n] ?? null) }));
  };
  /** @throws where Redis is unavailable or slow */
  return async (): Promise<FoundReplica[]> => {
    const { found, forgotten } = lastSeen(await patience(read));
    // The next reader does it again where this fails.
    if (forgotten.length > 0) redis.zrem(replicas, ...forgotten).catch(() => undefined);
    return found;
  };
};
