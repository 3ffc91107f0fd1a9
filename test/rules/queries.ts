import {
  alertsOf,
  createClock,
  dashboards,
  operandsOf,
  queriesOf,
  ruleGroups,
} from '@skillstream/observability';
import { sleep } from '@skillstream/async';
import { until } from '@skillstream/async/testing';
import type { Prometheus } from './prometheus.ts';

/** A query, and the labels that whoever reads its answer is told by. */
export type NamedQuery = { place: string; expr: string; labels: readonly string[] };

/** Every query of every rule and of every panel: of an alert what it compares, which has to be there always. */
export const allQueries = (scale: number): NamedQuery[] => [
  ...ruleGroups(scale)
    .flatMap(({ rules }) => rules)
    .flatMap((rule) => ('record' in rule ? [{ place: rule.record, expr: rule.expr, labels: [] }] : [])),
  ...alertsOf(createClock(scale)).flatMap(({ name, severity, condition, description }) =>
    operandsOf(condition).map((expr, at) => ({
      ...{ place: `${name} (${severity}) ${at + 1}`, expr },
      // The first one's are the alert's.
      labels: at > 0 ? [] : [...description.matchAll(/\$labels\.(\w+)/g)].map(([, label]) => label!),
    })),
  ),
  ...dashboards.flatMap((plan) => queriesOf(plan, '10s')),
];

/** The series that a query reads, also through recorded ones. */
export const seriesOf = (expr: string): Set<string> => {
  const rules = ruleGroups().flatMap((group) => group.rules);
  const found = new Set<string>();
  for (const [name] of expr.matchAll(/\bskillstream[\w:]+/g)) {
    found.add(name.replace(/_(bucket|sum|count)$/, ''));
    const rule = rules.find((one) => 'record' in one && one.record === name);
    if (rule) for (const one of seriesOf(rule.expr)) found.add(one);
  }
  return found;
};

const hasData = async (prometheus: Prometheus, { expr, labels: wanted }: NamedQuery) => {
  const samples = await prometheus.query(expr);
  const isNamed = samples.every(({ labels }) => wanted.every((label) => labels[label]));
  return isNamed && samples.some(({ value }) => Number.isFinite(value));
};

/**
 * Runs queries until each has returned a number, with its labels, or those are left that are expected to be.
 * @returns those that never did
 */
export const blankQueries = async (
  prometheus: Prometheus,
  queries: readonly NamedQuery[],
  isExpected: (query: NamedQuery) => boolean,
): Promise<NamedQuery[]> => {
  let blank = [...queries];
  const look = async () => {
    const found = await Promise.all(blank.map((one) => hasData(prometheus, one)));
    blank = blank.filter((_, at) => !found[at]);
    // As often as there is something new: a scrape takes a second.
    await sleep(500);
    return blank.every(isExpected);
  };
  // What is left then is for the test to name.
  await until('all queries return data', look, 180_000).catch(() => undefined);
  // Once more: what is expected to be blank may only have been looked at too early.
  await look();
  return blank;
};
