import { publicOperations, type Operation } from '@skillstream/contracts';

const operations: Operation[] = Object.values(publicOperations);
const escaped = (path: string) => path.replaceAll(/[.()+*?]/g, (one) => `\\${one}`);
const routesOf = (wanted: (operation: Operation) => boolean) =>
  [...new Set(operations.filter(wanted).map(({ path }) => escaped(path)))].sort();

/** Routes of queries: neither streams, nor the rate class of what is expensive, nor files of a page. */
export const readRoutes = routesOf(
  ({ method, path, rateClass }) => method === 'GET' && path.startsWith('/v1/') && rateClass === 'reads',
);

/** Routes that say nothing about how requests are served: probes, streams (which end when readers leave), and none. */
export const unmeasuredRoutes = [
  ...routesOf(({ method, rateClass }) => rateClass === null || (method === 'GET' && rateClass === 'streams')),
  'other',
];
