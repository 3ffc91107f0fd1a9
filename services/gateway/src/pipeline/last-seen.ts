import { GONE_REMEMBERED_MS, SNAPSHOT_LIFE_MS, type ReplicaSnapshot } from '@skillstream/contracts';
import type { FoundReplica } from './known-replicas.ts';

/** A replica as Redis has it. */
export type ListedReplica = {
  member: string;
  /** When it showed itself last by its own clock, in ms since 1970. */
  saidMs: number;
  /** What Redis says of the life of its snapshot (PTTL); negative where there is none. */
  lifeLeftMs: number;
  snapshot: ReplicaSnapshot | null;
};

const ageOf = ({ lifeLeftMs, snapshot }: ListedReplica): number | null => {
  if (lifeLeftMs >= 0) return Math.max(0, SNAPSHOT_LIFE_MS - lifeLeftMs);
  // It expired between two commands.
  return snapshot ? SNAPSHOT_LIFE_MS : null;
};

/**
 * Tells when replicas were seen last, by this clock alone: the age of a snapshot is what its life in Redis has lost,
 * so that a replica whose clock is wrong is as old as it is. What a replica says itself counts only where it was gone
 * before anybody here has seen it.
 * @param nowMs milliseconds since 1970
 */
export const createLastSeen = (nowMs: () => number) => {
  let seen: ReadonlyMap<string, number> = new Map();
  /** @returns the replicas that are there or are remembered; and the names of the others, to forget */
  return (listed: readonly ListedReplica[]): { found: FoundReplica[]; forgotten: string[] } => {
    const now = nowMs();
    const dated = listed.map((one): FoundReplica => {
      const ageMs = ageOf(one);
      const atMs = ageMs === null ? (seen.get(one.member) ?? Math.min(now, one.saidMs)) : now - ageMs;
      return { member: one.member, atMs, snapshot: one.snapshot };
    });
    const isRemembered = ({ atMs }: FoundReplica) => now - atMs <= GONE_REMEMBERED_MS;
    const found = dated.filter(isRemembered);
    seen = new Map(found.map(({ member, atMs }) => [member, atMs]));
    return { found, forgotten: dated.filter((one) => !isRemembered(one)).map(({ member }) => member) };
  };
};
