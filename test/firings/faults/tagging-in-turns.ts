import { tickets, type Fault } from '../fault.ts';
import { standInTurns } from '../in-turns.ts';

/** What a limit of the CPU does: it runs for a fifth of the time, and answers Prometheus in between. */
export const taggingInTurns: Fault = {
  name: 'tagging-in-turns',
  what: 'tagging runs for 80 ms of each 400 ms (SIGSTOP, SIGCONT), as under a limit of its CPU',
  fires: tickets('EventLoopBlocked'),
  make: async ({ platform }) => standInTurns(platform.service('tagging').pid(), { stopMs: 320, goMs: 80 }),
};
