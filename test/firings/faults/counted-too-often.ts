import { countTooMany } from '../../platform/count-too-many.ts';
import { pages, type Fault } from '../fault.ts';

/** As if a posting were counted twice. */
export const countedTooOften: Fault = {
  name: 'counted-too-often',
  what: 'the views count one posting too many (a key of Redis changed by hand)',
  fires: pages('LedgerUnbalanced'),
  quiet: true,
  make: ({ platform }) => countTooMany(platform.urls.redisUrl, 1),
};
