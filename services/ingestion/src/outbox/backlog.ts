import { appError } from '@skillstream/errors';
const RETRY_AFTER_SECONDS = 2;

/**
 * The number of pending postings: the last count, and what this replica stored since. What other replicas stored since
 * is missing, so the limit may be exceeded by what they accept in a second.
 * @param limit above it nothing more is accepted
 */
export const createBacklog = (limit: number) => {
  let counted = 0;
  let stored = 0;
  const size = () => counted + stored;
  return {
    size,
    /** Adds versions that this replica stored. */
    added: (count: number) => {
      stored += count;
    },
    /** Counts again. What is stored meanwhile may be counted twice, until the next time. */
    measure: async (count: () => Promise<number>) => {
      const before = stored;
      counted = await count();
      stored -= before;
    },
    /** @throws SkillstreamError `overloaded` when too many postings are pending */
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
