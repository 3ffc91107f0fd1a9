import { keptSliceOf, sliceDimensions } from '@skillstream/contracts';

/** Kinds of requests, each with a limit of its own: what they cost differs by orders of magnitude. */
export const routeClasses = ['reads', 'writes', 'streams', 'expensive'] as const;
export type RouteClass = (typeof routeClasses)[number];

export type Asked = {
  method: string;
  path: string;
  contentType?: string | undefined;
  /** The parameters of the query by their names. */
  query?: Readonly<Record<string, unknown>>;
};

// Whoever watches the gateway (the kubelet, Prometheus) is not to be refused.
const watching = /^\/(healthz|readyz|metrics)\/?$/;
// A reconciliation looks at thousands of postings in two services, reports look at all, pairs and pay do where no
// view is kept for the filter, a verification and a re-tagging read all of them, tagging a text takes time that
// grows with it, and one request of GraphQL may ask many questions.
const looks =
  /^\/(v1\/(reconciliation|report\/[^/]+|skills\/[^/]+\/(pairs|salary)|salaries|compare\/skills)|graphql)\/?$/;
const costly: Record<string, RegExp> = {
  GET: looks,
  HEAD: looks,
  POST: /^\/(v1\/(verify|retag|republish|tags)|graphql)\/?$/,
};
// These are answered from views, where some are kept for the filter.
const counted = /^\/v1\/(demand|skills\/[^/]+\/trend|compare)\/?$/;
const ndjson = /^\s*application\/(x-)?ndjson\s*(;|$)/i;

const asksFacts = (path: string, query: NonNullable<Asked['query']>): boolean => {
  if (query['via'] === 'facts') return true;
  // What two sides of a comparison differ in is a filter of each.
  const isAsked = (name: string) => query[name] !== undefined || query['by'] === name;
  return counted.test(path) && keptSliceOf(sliceDimensions.filter(isAsked)) === null;
};

/**
 * The class of a request; null for what is never limited. Paths count as Express takes them, in any case and with a
 * slash at the end or without. A stream of postings is one request, however long: back-pressure bounds the rest.
 */
export const routeClassOf = ({ method, path, contentType = '', query = {} }: Asked): RouteClass | null => {
  const asked = path.toLowerCase();
  if (watching.test(asked)) return null;
  // The facts are counted anew for each question.
  if (costly[method]?.test(asked) || asksFacts(asked, query)) return 'expensive';
  const reads = method === 'GET' || method === 'HEAD' || method === 'OPTIONS';
  if (reads) return /^\/v1\/live\/?$/.test(asked) ? 'streams' : 'reads';
  return ndjson.test(contentType) ? 'streams' : 'writes';
};
