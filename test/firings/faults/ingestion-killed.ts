import { pages, tickets, type Fault } from '../fault.ts';

/** Every posting is refused, and sent again. */
export const ingestionKilled: Fault = {
  name: 'ingestion-killed',
  what: 'ingestion is killed (SIGKILL) while postings come in',
  fires: [...pages('RequestsFail'), ...tickets('RequestsFail')],
  make: async ({ platform }) => {
    const ingestion = platform.service('ingestion');
    ingestion.signal('SIGKILL');
    await ingestion.ended();
    return async () => {
      ingestion.start();
      await ingestion.ready();
    };
  },
};
