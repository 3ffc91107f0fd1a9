import { publicOperations, type Operation } from '@skillstream/contracts';

const operations: Operation[] = Object.values(publicOperations);
const pathsOf = (wanted: (operation: Operation) => boolean): ReadonlySet<string> =>
  new Set(operations.filter(wanted).map(({ path }) => path));

const reads = pathsOf(
  ({ method, path, rateClass, paced }) =>
    method === 'GET' && path.startsWith('/v1/') && rateClass === 'reads' && !paced,
);
const probesAndStreams = pathsOf(
  ({ method, rateClass }) => rateClass === null || (method === 'GET' && rateClass === 'streams'),
);

/**
 * Whether a route is one of queries, whose time is promised: neither streams, nor what is always expensive, nor files
 * of a page, nor what is made to wait on purpose.
 */
export const isRead = (route: string): boolean => reads.has(route);

/** Whether a route says how requests are served: probes, streams (which end when readers leave), and none do not. */
export const isMeasured = (route: string): boolean => route !== 'other' && !probesAndStreams.has(route);
