import { pages, tickets, type Fault } from '../fault.ts';

/** Nobody starts it again, and queries go on. */
export const analyticsKilled: Fault = {
  name: 'analytics-killed',
  what: 'analytics is killed (SIGKILL) while somebody queries',
  fires: [...pages('RequestsFail'), ...tickets('RequestsFail', 'BreakerOpen')],
  make: async ({ platform }) => {
    const analytics = platform.service('analytics');
    analytics.signal('SIGKILL');
    await analytics.ended();
    return async () => {
      analytics.start();
      await analytics.ready();
    };
  },
};
