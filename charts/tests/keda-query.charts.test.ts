import { afterAll, beforeAll, beforeEach, test } from '@jest/globals';
import { until } from '@skillstream/async/testing';
import { groups } from '@skillstream/contracts';
import { render } from './helm.ts';
import { one } from './manifest.ts';
import { startPrometheus, startTarget } from './prometheus.ts';

type Started<T extends (...args: never[]) => Promise<unknown>> = Awaited<ReturnType<T>>;
type Trigger = { metadata: { query: string } };

// What KEDA would ask, from the chart's values.
const keda = {
  enabled: true,
  trigger: 'prometheus',
  prometheus: { serverAddress: 'http://prometheus:9090' },
};
const queryOf = (chart: string, matchers?: string[]) => {
  const prometheus = { ...keda.prometheus, ...(matchers ? { matchers } : {}) };
  const manifests = render({ keda: { ...keda, prometheus } }, chart);
  const [trigger] = one(manifests, 'ScaledObject', `sk-${chart}`).spec.triggers as Trigger[];
  return trigger!.metadata.query;
};

let ours: Started<typeof startTarget>[] = [];
let theirs: Started<typeof startTarget>;
let prometheus: Started<typeof startPrometheus>;

beforeAll(async () => {
  // Both replicas of ingestion measure the lag of tagging; another release has groups of the same names.
  ours = await Promise.all(
    [1, 2].map(() => startTarget('ingestion', { namespace: 'demo', service: 'sk-ingestion' })),
  );
  theirs = await startTarget('ingestion', { namespace: 'other' });
  prometheus = await startPrometheus([...ours, theirs]);
});

afterAll(async () => {
  await prometheus?.stop();
  for (const target of [...ours, theirs]) target?.stop();
});

const report = ({ lag }: typeof theirs, seconds: number[], group: string = groups.tagging) => {
  for (const [partition, value] of seconds.entries()) lag.set({ group, partition: String(partition) }, value);
};
const answers = (query: string, expected: number[]) =>
  until(`${query} answers ${expected.join()}`, async () => {
    const found = await prometheus.query(query);
    return found.length === expected.length && found.every((value, index) => value === expected[index]);
  });

beforeEach(() => {
  for (const { lag } of [...ours, theirs]) lag.reset();
});

test('the query is the oldest record of any partition that any replica knows of, of this release alone', async () => {
  report(ours[0]!, [0, 41.5, 3]);
  report(ours[1]!, [0, 40, 12]);
  report(theirs, [900]);
  report(ours[0]!, [700], groups.views);
  await answers(queryOf('tagging'), [41.5]);
  await answers(queryOf('analytics'), [700]);
  report(ours[0]!, [0, 2, 3]);
  report(ours[1]!, [0, 0, 12]);
  await answers(queryOf('tagging'), [12]);
});

test('the query is zero where nothing waits', async () => {
  report(ours[0]!, [5]);
  await answers(queryOf('tagging'), [5]);
  report(ours[0]!, [0, 0]);
  report(ours[1]!, [0, 0]);
  await answers(queryOf('tagging'), [0]);
});

test('the query has no answer while nobody of this release measures, which is not zero', async () => {
  report(ours[0]!, [5]);
  report(theirs, [900]);
  await answers(queryOf('tagging'), [5]);
  ours[0]!.lag.reset();
  await answers(queryOf('tagging'), []);
  // The other release does, so it was not for want of any figure.
  await answers(queryOf('tagging', ['namespace="other"']), [900]);
});

test('without a matcher the query takes every release for its own', async () => {
  report(ours[0]!, [5]);
  report(theirs, [900]);
  await answers(queryOf('tagging', []), [900]);
});

test('the label `service` is the word of the service, whatever the Service is called', async () => {
  report(ours[0]!, [5]);
  await answers('max(skillstream_consumer_lag_seconds{service="ingestion",namespace="demo"})', [5]);
  await answers('skillstream_consumer_lag_seconds{service="sk-ingestion"}', []);
});
