import { tickets, type Fault } from '../fault.ts';

/** Nobody starts it again, and queries go on; those whose answer the gateway has kept are answered. */
export const analyticsKilled: Fault = {
  name: 'analytics-killed',
  what: 'analytics is killed (SIGKILL) while somebody queries',
  fires: tickets('BreakerOpen'),
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
