import { pages, tickets, type Fault } from '../fault.ts';

/** Postings wait for it, and are late once it goes on. */
export const analyticsStandsStill: Fault = {
  name: 'analytics-stands-still',
  what: 'analytics stands still (SIGSTOP) while postings come in',
  fires: [...pages('ServiceDown', 'ConsumerBehind'), ...tickets('LedgerUnknown')],
  afterwards: [...pages('CountedLate'), ...tickets('CountedLate')],
  make: async ({ platform }) => {
    const analytics = platform.service('analytics');
    analytics.signal('SIGSTOP');
    await analytics.paused();
    return () => analytics.signal('SIGCONT');
  },
};
