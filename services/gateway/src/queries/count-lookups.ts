import type { GivenResult } from './cached-results.ts';

/**
 * Counts queries when they are over, by whether a cache had the result: one that is under way is neither yet, so that
 * no count ever falls. A stale result is a miss, as is a query that fails; one that joined an equal query is none.
 */
export const createLookups = () => {
  let [hits, misses] = [0, 0];
  return {
    /** Looks, and counts what came of it. */
    counted: async (look: () => Promise<GivenResult>): Promise<GivenResult> => {
      let isHit = false;
      try {
        const given = await look();
        isHit = given.from !== 'analytics' && given.staleMs === null;
        return given;
      } finally {
        if (isHit) hits += 1;
        else misses += 1;
      }
    },
    counts: (): { hits: number; misses: number } => ({ hits, misses }),
  };
};
