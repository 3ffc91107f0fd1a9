import { METRIC_PREFIX, ownMetrics, processMetrics, type Metric } from '@skillstream/contracts';

const table = { ...ownMetrics, ...processMetrics };
type Table = typeof table;

/** The names of all metrics, without their prefix. */
type MetricId = keyof Table;
type Of<K extends Metric['kind']> = {
  [N in MetricId]: K extends Table[N]['kind'] ? N : never;
}[MetricId];
type Label<N extends MetricId> = (keyof Table[N]['labels'] & string) | 'service';
type Buckets<N extends MetricId> = Table[N] extends { buckets: readonly (infer B)[] } ? B : never;

/** What the value of a label has to be: a string is equal to it; patterns are anchored, as PromQL has it. */
type Matcher = string | { matches: string } | { not: string } | { notMatching: string };
export type Matchers<N extends MetricId> = Partial<Record<Label<N>, Matcher>>;

const quoted = (value: string) => `"${value.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;

type Wanted = Readonly<Record<string, Matcher | undefined>>;

const written = ([label, matcher]: [string, Matcher | undefined]): string[] => {
  if (matcher === undefined) return [];
  if (typeof matcher === 'string') return [`${label}=${quoted(matcher)}`];
  if ('matches' in matcher) return [`${label}=~${quoted(matcher.matches)}`];
  return ['not' in matcher ? `${label}!=${quoted(matcher.not)}` : `${label}!~${quoted(matcher.notMatching)}`];
};

/** Series of any name; ours are made by the functions below, which know the table. */
export const select = (name: string, matchers: Wanted): string => {
  const all = Object.entries(matchers).flatMap(written);
  return all.length === 0 ? name : `${name}{${all.join(',')}}`;
};

/** The compiler knows the labels of our own metrics, but not those of the process: those are looked up here. */
const checked = (name: MetricId, kind: Metric['kind'], matchers: Wanted): string => {
  const metric: Metric | undefined = table[name];
  if (metric?.kind !== kind) throw new Error(`there is no ${kind} ${name}`);
  for (const label of Object.keys(matchers))
    if (label !== 'service' && !Object.hasOwn(metric.labels, label))
      throw new Error(`${name} has no label ${label}`);
  const { service } = matchers;
  if (typeof service === 'string' && !metric.services.some((one) => one === service))
    throw new Error(`${service} does not report ${name}`);
  return `${METRIC_PREFIX}${name}`;
};

/** The series of a gauge. */
export const gauge = <N extends Of<'gauge'>>(name: N, matchers: Matchers<N> = {}): string =>
  select(checked(name, 'gauge', matchers), matchers);

/** The series of a counter. */
export const counter = <N extends Of<'counter'>>(name: N, matchers: Matchers<N> = {}): string =>
  select(checked(name, 'counter', matchers), matchers);

/** The number of observations of a histogram. */
export const countOf = <N extends Of<'histogram'>>(name: N, matchers: Matchers<N> = {}): string =>
  select(`${checked(name, 'histogram', matchers)}_count`, matchers);

/** The sum of what a histogram observed. */
export const sumOf = <N extends Of<'histogram'>>(name: N, matchers: Matchers<N> = {}): string =>
  select(`${checked(name, 'histogram', matchers)}_sum`, matchers);

/** All buckets of a histogram, for quantiles. */
export const bucketsOf = <N extends Of<'histogram'>>(name: N, matchers: Matchers<N> = {}): string =>
  select(`${checked(name, 'histogram', matchers)}_bucket`, matchers);

/**
 * The number of observations that are not above a limit, which has to be a bucket: else Prometheus cannot tell.
 * Prometheus 3 stores `le="10"` as `10.0`, Prometheus 2 as it is: both are matched.
 */
export const within = <N extends Of<'histogram'>>(
  name: N,
  limit: Buckets<N> & number,
  matchers: Matchers<N> = {},
): string => {
  const le: Matcher = Number.isInteger(limit) ? { matches: `${limit}(\\.0)?` } : String(limit);
  return select(`${checked(name, 'histogram', matchers)}_bucket`, { ...matchers, le });
};
