import { GONE_REMEMBERED_MS, type ReplicaSnapshot, type ServiceName } from '@skillstream/contracts';
import type { SeenReplica } from './seen-replica.ts';

/** More replicas than any installation has; of a Redis that others write to, too, no more are remembered. */
export const MOST_REPLICAS = 500;

/** A replica by its name in Redis (`service/replica`), when it was last seen, and its snapshot while that stands. */
export type FoundReplica = { member: string; atMs: number; snapshot: ReplicaSnapshot | null };

/** The service of a replica, by the replica's name in Redis. */
export const serviceOf = (member: string): ServiceName => member.split('/')[0] as ServiceName;
/** The name of a replica without its service, by its name in Redis. */
export const replicaOf = (member: string): string => member.slice(member.indexOf('/') + 1);

/**
 * Remembers the last snapshot of each replica, so that one that is gone is shown with its last figures.
 * @param nowMs milliseconds since 1970
 */
export const createKnownReplicas = (nowMs: () => number) => {
  const known = new Map<string, { atMs: number; snapshot: ReplicaSnapshot; overHttp: boolean }>();
  const forget = () => {
    for (const [member, { atMs }] of known)
      if (nowMs() - atMs > GONE_REMEMBERED_MS || known.size > MOST_REPLICAS) known.delete(member);
  };
  return {
    /** The replicas that were found, each with its last snapshot. */
    complete: (found: readonly FoundReplica[]): SeenReplica[] => {
      for (const { member, atMs, snapshot } of found)
        if (snapshot) known.set(member, { atMs, snapshot, overHttp: false });
      forget();
      return found.map(({ member, atMs, snapshot }) => ({
        ...{ service: serviceOf(member), replica: replicaOf(member), live: snapshot !== null, atMs },
        snapshot: snapshot ?? known.get(member)?.snapshot ?? null,
      }));
    },
    /** Remembers a replica that was asked over HTTP. */
    asked: ({ service, replica, atMs, snapshot }: SeenReplica): void => {
      if (snapshot) known.set(`${service}/${replica}`, { atMs, snapshot, overHttp: true });
    },
    /**
     * The replicas of a service that were seen before, as gone: for when the service does not answer.
     * @param redisKnows whether Redis says which of those that show themselves there are gone, and which have stopped
     */
    gone: (service: ServiceName, redisKnows: boolean): SeenReplica[] =>
      [...known]
        .filter(([member, { overHttp }]) => serviceOf(member) === service && (overHttp || !redisKnows))
        .map(([member, { atMs, snapshot }]) => ({
          ...{ service, replica: replicaOf(member), live: false, atMs, snapshot },
        })),
  };
};
