import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
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
const queryOf = (chart: string, matchers?: string[], release = 'sk') => {
  const prometheus = { ...keda.prometheus, ...(matchers ? { matchers } : {}) };
  const manifests = render({ keda: { ...keda, prometheus } }, chart, release);
  const [trigger] = one(manifests, 'ScaledObject', `${release}-${chart}`).spec.triggers as Trigger[];
  return trigger!.metadata.query;
};

let ours: Started<typeof startTarget>[] = [];
let theirs: Started<typeof startTarget>;
let neighbour: Started<typeof startTarget>;
let prometheus: Started<typeof startPrometheus>;

/** What the ServiceMonitor of a release makes Prometheus attach. */
const releaseOf = (release: string) => {
  const values = {
    global: { monitoring: { podSelector: { app: 'prometheus' }, serviceMonitor: { enabled: true } } },
  };
  const { spec } = one(render(values, 'skillstream', release), 'ServiceMonitor', `${release}-ingestion`);
  const [endpoint] = spec.endpoints as { relabelings: { targetLabel: string; replacement: string }[] }[];
  return endpoint!.relabelings.find(({ targetLabel }) => targetLabel === 'release')!.replacement;
};

beforeAll(async () => {
  // Both replicas of ingestion measure the lag of tagging. Other releases have groups of the same names: one that is
  // called as ours in another namespace, and one in the same namespace whose name begins as ours.
  const labels = { namespace: 'demo', service: 'sk-ingestion', release: releaseOf('sk') };
  ours = await Promise.all(
    ['sk-ingestion-1', 'sk-ingestion-2'].map((pod) => startTarget('ingestion', { ...labels, pod })),
  );
  theirs = await startTarget('ingestion', { namespace: 'other', release: releaseOf('sk') });
  neighbour = await startTarget('ingestion', {
    ...{ namespace: 'demo', release: releaseOf('sk-2'), pod: 'sk-2-ingestion-1' },
  });
  prometheus = await startPrometheus([...ours, theirs, neighbour]);
});

afterAll(async () => {
  await prometheus?.stop();
  for (const target of [...ours, theirs, neighbour]) target?.stop();
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
  for (const { lag } of [...ours, theirs, neighbour]) lag.reset();
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

test('two releases in one namespace do not scale by the lag of each other', async () => {
  report(ours[0]!, [5]);
  report(neighbour, [900]);
  // Asked in their own words, until Prometheus has both.
  await answers('max(skillstream_consumer_lag_seconds{pod="sk-ingestion-1"})', [5]);
  await answers('max(skillstream_consumer_lag_seconds{pod="sk-2-ingestion-1"})', [900]);
  await answers(queryOf('tagging'), [5]);
  await answers(queryOf('tagging', undefined, 'sk-2'), [900]);
  // The name of a pod would not tell them apart.
  await answers(queryOf('tagging', ['pod=~"sk-.*"']), [900]);
});

test('a service that is a release of its own scales by the release that measures its lag, where it is named', async () => {
  report(ours[0]!, [5]);
  const named = ['namespace="{{ .Release.Namespace }}"', 'release="sk"'];
  await answers(queryOf('tagging', named, 'my-tagging'), [5]);
  expect(await prometheus.query(queryOf('tagging', undefined, 'my-tagging'))).toEqual([]);
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
