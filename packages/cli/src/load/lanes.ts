import { createLane, type LaneOptions } from './lane.ts';
import type { Line } from './send-batch.ts';

/** Spreads keys evenly (FNV-1a, 32 bits). */
export const laneOf = (key: string, lanes: number): number => {
  let hash = 0x811c9dc5;
  for (let i = 0; i < key.length; i += 1) hash = Math.imul(hash ^ key.charCodeAt(i), 0x01000193) >>> 0;
  return hash % lanes;
};

/** Several requests at once; lines of one key go through one lane, so that versions of a posting keep their order. */
export const createLanes = (lanes: number, options: LaneOptions) => {
  const all = Array.from({ length: lanes }, () => createLane(options));
  return {
    add: (key: string, line: Line): Promise<void> => all[laneOf(key, lanes)]!.add(line),
    end: async (): Promise<void> => {
      const ends = await Promise.allSettled(all.map((lane) => lane.end()));
      const failed = ends.find((end) => end.status === 'rejected');
      if (failed) throw failed.reason;
    },
  };
};
