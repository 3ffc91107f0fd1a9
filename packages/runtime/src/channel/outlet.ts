import {
  MOST_MESSAGE_BYTES,
  MOST_SNAPSHOT_BYTES,
  PIPELINE_REPLICAS,
  pipelineSnapshotKey,
  SNAPSHOT_LIFE_MS,
} from '@skillstream/contracts';
import type { Redis } from '../redis/connect-redis.ts';

type Publishes = Pick<Redis, 'status' | 'publish' | 'set' | 'zadd' | 'zremrangebyscore' | 'zrem' | 'del'>;

export type OutletDeps = {
  /** Null in a service that has no Redis. */
  redis: Publishes | null;
  /** What keys and channels begin with in Redis. */
  namespace: string;
  /** Milliseconds since 1970. */
  nowMs: () => number;
  /** Called for each message that is dropped. */
  onDrop: () => void;
};

/** Messages that Redis has not acknowledged yet; the next is dropped. */
const MOST_UNDER_WAY = 100;

/**
 * Names that are older are left over from when there was no gateway, which takes out those that are gone. It is long,
 * since it compares clocks: a replica whose clock is behind would be taken out while it lives.
 */
const LEFT_OVER_MS = 86_400_000;

/**
 * Publishes to the operations channel. It never waits for Redis, buffers nothing while Redis is unavailable, and
 * counts what it dropped; without a Redis nothing is counted.
 */
export const createOutlet = ({ redis, namespace, nowMs, onDrop }: OutletDeps) => {
  let underWay = 0;
  let dropped = 0;
  const drop = () => {
    dropped += 1;
    onDrop();
  };

  const attempt = (commands: (connection: Publishes) => Promise<unknown>[]): void => {
    if (redis === null) return;
    if (redis.status !== 'ready' || underWay >= MOST_UNDER_WAY) return drop();
    underWay += 1;
    const done = () => void (underWay -= 1);
    // Also what a driver throws at once is no concern of the caller.
    Promise.resolve(redis)
      .then((connection) => Promise.all(commands(connection)))
      .catch(drop)
      .finally(done);
  };
  const fits = (text: string, mostBytes: number): boolean => Buffer.byteLength(text) <= mostBytes;

  return {
    publish: (channel: string, message: object): void => {
      const text = JSON.stringify(message);
      if (!fits(text, MOST_MESSAGE_BYTES)) return drop();
      attempt((connection) => [connection.publish(`${namespace}${channel}`, text)]);
    },
    /** Shows the snapshot of a replica (`service/replica`) for as long as a snapshot lives. */
    show: (member: string, snapshot: object): void => {
      const text = JSON.stringify(snapshot);
      if (!fits(text, MOST_SNAPSHOT_BYTES)) return drop();
      const [now, replicas] = [nowMs(), `${namespace}${PIPELINE_REPLICAS}`];
      attempt((connection) => [
        connection.set(`${namespace}${pipelineSnapshotKey(member)}`, text, 'PX', SNAPSHOT_LIFE_MS),
        connection.zadd(replicas, now, member),
        connection.zremrangebyscore(replicas, 0, now - LEFT_OVER_MS),
      ]);
    },
    /** Takes the replica out, so that one that was stopped on purpose does not count as gone. */
    leave: (member: string): void =>
      attempt((connection) => [
        connection.del(`${namespace}${pipelineSnapshotKey(member)}`),
        connection.zrem(`${namespace}${PIPELINE_REPLICAS}`, member),
      ]),
    dropped: (): number => dropped,
    isIdle: (): boolean => underWay === 0,
  };
};
