import {
  isStreamType,
  matchOperation,
  materializedSliceOf,
  mediaTypeOfHeader,
  sliceDimensions,
  type RateClass,
} from '@skillstream/contracts';

export type Asked = {
  method: string;
  path: string;
  contentType?: string | undefined;
  /** The parameters of the query by their names. */
  query?: Readonly<Record<string, unknown>>;
};

// The parameters in which the two sides of a comparison differ; each is a filter.
const hasNoView = (query: NonNullable<Asked['query']>): boolean => {
  if (query['source'] !== undefined) return true;
  const isAsked = (name: string) => query[name] !== undefined || query['by'] === name;
  return materializedSliceOf(sliceDimensions.filter(isAsked)) === null;
};

/**
 * The rate class of a request, by the table of operations; null for what is never limited. A stream of postings is one
 * request, however long: back-pressure bounds the rest. `via=facts` makes a query expensive, since it is computed anew
 * each time.
 */
export const routeClassOf = ({ method, path, contentType = '', query = {} }: Asked): RateClass | null => {
  const { operation } = matchOperation(method, path) ?? {};
  if (operation?.rateClass === null) return null;
  if (query['via'] === 'facts' || (operation?.expensiveWithoutView && hasNoView(query))) return 'expensive';
  if (operation && operation.rateClass !== 'writes') return operation.rateClass;
  // Unknown paths count as well.
  if (method === 'GET' || method === 'HEAD' || method === 'OPTIONS') return 'reads';
  return isStreamType(mediaTypeOfHeader(contentType)) ? 'streams' : 'writes';
};
