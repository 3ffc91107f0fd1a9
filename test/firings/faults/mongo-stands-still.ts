import { tickets, type Fault } from '../fault.ts';

/** Nothing is accepted, and what waits cannot be counted: each count ends by its timeout. */
export const mongoStandsStill: Fault = {
  name: 'mongo-stands-still',
  what: 'MongoDB stands still (SIGSTOP) while postings come in',
  fires: tickets('OutboxUnknown'),
  make: async ({ platform }) => {
    const pid = platform.engines.pids.mongo!;
    process.kill(pid, 'SIGSTOP');
    return () => process.kill(pid, 'SIGCONT');
  },
};
