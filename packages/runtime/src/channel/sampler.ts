import { createAllowance } from './allowance.ts';

/** Sightings a second that a sample is aimed at, and the most of all together. */
const AIM_PER_SECOND = 10;
const MOST_PER_SECOND = 40;
const ALL = 2 ** 32;

/**
 * FNV-1a, then the finalizer of MurmurHash3, since ids may differ in their last character alone: the same in every
 * replica and release, or stages would sample different postings.
 */
const hashOf = (text: string): number => {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
};

/** The part of all hashes that is sampled at so many postings a second: a power of two, so that samples are nested. */
const partAt = (perSecond: number): number =>
  2 ** -Math.max(0, Math.ceil(Math.log2(perSecond / AIM_PER_SECOND)));

/**
 * Chooses the postings that are shown on their way, by a hash of their id: what one replica chooses is within what one
 * with fewer postings chooses, so that a posting is seen at all stages.
 * @param nowMs milliseconds of a clock that only goes forward
 * @returns whether a posting is chosen; `alone` always is, within the same limit a second
 */
export const createSampler = (nowMs: () => number = () => performance.now()) => {
  const allowed = createAllowance(MOST_PER_SECOND, nowMs);
  let [second, count, before] = [-1, 0, 0];
  return (postingId: string, alone: boolean): boolean => {
    const now = Math.floor(nowMs() / 1000);
    if (now !== second) [before, second, count] = [now === second + 1 ? count : 0, now, 0];
    count += 1;
    const part = partAt(Math.max(before, count));
    return (alone || hashOf(postingId) < ALL * part) && allowed();
  };
};
