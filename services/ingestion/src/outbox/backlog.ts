import { appError } from '@skillstream/errors';
const RETRY_AFTER_SECONDS = 2;

/**
 * How much waits to be published: what was counted last, and what this replica stored since. What other replicas
 * stored since then is missing, so the limit is passed by what they take in a second.
 * @param limit above it nothing more is taken in
 */
export const createBacklog = (limit: number) => {
  let counted = 0;
  let stored = 0;
  const size = () => counted + stored;
  return {
    size,
    /** This replica stored versions. */
    added: (count: number) => {
      stored += count;
    },
    /** Counts afresh. What is stored meanwhile may be counted twice, until the next time. */
    measure: async (count: () => Promise<number>) => {
      const before = stored;
      counted = await count();
      stored -= before;
    },
    /** @throws SkillstreamError `overloaded` when too much waits */
    admit: () => {
      const waiting = size();
      if (waiting <= limit) return;
      throw appError('overloaded', `${waiting} postings wait to be published, ${limit} may`, {
        context: { retryAfterSeconds: RETRY_AFTER_SECONDS },
      });
    },
  };
};

export type Backlog = ReturnType<typeof createBacklog>;
