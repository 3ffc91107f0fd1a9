import { pages, tickets, type Fault } from '../fault.ts';
import { standInTurns } from '../in-turns.ts';

/** Every query that needs it waits for most of a second. */
export const redisInTurns: Fault = {
  name: 'redis-in-turns',
  what: 'Redis stands still for 1.2 s of each 1.4 s (SIGSTOP, SIGCONT) while somebody queries',
  fires: [...pages('AnswersSlow'), ...tickets('AnswersSlow')],
  make: async ({ platform }) => standInTurns(platform.engines.pids.redis!, { stopMs: 1200, goMs: 200 }),
};
