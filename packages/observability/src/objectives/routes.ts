import { publicOperations, type Operation } from '@skillstream/contracts';

const operations: Operation[] = Object.values(publicOperations);
const escaped = (path: string) => path.replaceAll(/[.()+*?]/g, (one) => `\\${one}`);
const pathsOf = (wanted: (operation: Operation) => boolean): string[] =>
  [...new Set(operations.filter(wanted).map(({ path }) => path))].sort();

const isQuery = ({ method, path, rateClass }: Operation) =>
  method === 'GET' && path.startsWith('/v1/') && rateClass === 'reads';
const isProbeOrStream = ({ method, rateClass }: Operation) =>
  rateClass === null || (method === 'GET' && rateClass === 'streams');

/** Routes of queries: neither streams, nor the rate class of what is expensive, nor files of a page; as patterns. */
export const readRoutes = pathsOf(isQuery).map(escaped);

/** Routes that say nothing about how requests are served: probes, streams (which end when readers leave), and none. */
export const unmeasuredRoutes = [...pathsOf(isProbeOrStream).map(escaped), 'other'];

const reads = new Set(pathsOf(isQuery));
const unmeasured = new Set([...pathsOf(isProbeOrStream), 'other']);

/** Whether a route is one of queries, whose time is promised. */
export const isRead = (route: string): boolean => reads.has(route);
/** Whether an error of a route counts as one of the platform. */
export const isMeasured = (route: string): boolean => !unmeasured.has(route);
