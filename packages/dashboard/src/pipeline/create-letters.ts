import type { PipelineService } from '@skillstream/contracts';

/** A replica's letter, by its name: short enough to stand on each partition. */
export type Letters = ReadonlyMap<string, string>;
type Given = { letter: string; seenMs: number };

const letterAt = (index: number): string => {
  const [before, last] = [Math.floor(index / 26), String.fromCodePoint(65 + (index % 26))];
  return before === 0 ? last : letterAt(before - 1) + last;
};

const startOf = ({ snapshot }: PipelineService['replicas'][number]) => snapshot?.startedAt ?? '9';
const byStart = (replicas: PipelineService['replicas']) =>
  replicas.toSorted((a, b) => {
    const [one, other] = [startOf(a), startOf(b)];
    if (one === other) return a.replica < b.replica ? -1 : 1;
    return one < other ? -1 : 1;
  });

const freeIn = (given: ReadonlyMap<string, Given>): string => {
  const taken = new Set([...given.values()].map(({ letter }) => letter));
  let index = 0;
  while (taken.has(letterAt(index))) index += 1;
  return letterAt(index);
};

/**
 * The letters of the replicas of one service: given in the order in which they started, and a replica has the same one
 * as long as it is there, whoever joins or is forgotten meanwhile.
 */
export const createLetters = () => {
  const given = new Map<string, Given>();
  return {
    /** @param beforeMs a replica that was last seen before this time is forgotten, and its letter is free */
    see: (replicas: PipelineService['replicas'], nowMs: number, beforeMs: number): void => {
      const sorted = byStart(replicas);
      for (const { replica } of sorted) {
        const known = given.get(replica);
        if (known) known.seenMs = nowMs;
      }
      for (const [replica, { seenMs }] of given) if (seenMs < beforeMs) given.delete(replica);
      for (const { replica } of sorted)
        if (!given.has(replica)) given.set(replica, { letter: freeIn(given), seenMs: nowMs });
    },
    letters: (): Letters => new Map([...given].map(([replica, { letter }]) => [replica, letter])),
  };
};
