import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { until } from '@skillstream/async/testing';
import { askRelease, createClusterRelease, type ReleaseQueries } from './cluster-platform.ts';
import { figure, secondsSince } from './figures.ts';
import { kubectl } from './kubectl.ts';
import { startLoad } from './load-pod.ts';

const release = createClusterRelease('skillstream-scaling');
const { namespace } = release;
let queries: ReleaseQueries;
beforeAll(async () => {
  await release.purge();
  await release.install(
    'tagging.autoscaling.enabled=true',
    'tagging.autoscaling.minReplicas=1',
    'tagging.autoscaling.maxReplicas=3',
    // By the chart's own target, 200 % of a request of 100m. With 100 % a slow machine never takes the last ones away:
    // two that wait for postings take 51m each, which is more than one may take.
    // Kubernetes by itself waits five minutes before it takes a replica away.
    'tagging.autoscaling.behavior.scaleDown.stabilizationWindowSeconds=30',
  );
  await release.ready();
  queries = await askRelease(release);
});
afterAll(async () => {
  await queries?.stop();
  await release.purge();
});

const replicas = async () =>
  Number(
    await kubectl(
      'get',
      'deployment',
      'skillstream-tagging',
      '-n',
      namespace,
      '-o',
      'jsonpath={.spec.replicas}',
    ),
  );

test('the autoscaler adds tagging replicas under load and removes them after, and rebalances lose nothing', async () => {
  await until('the pods have settled', async () => (await replicas()) === 1);
  const ended = await startLoad(namespace, queries.tokens, {
    name: 'scaling',
    senders: 24,
    retry: true,
    sentences: 1000,
  });
  const loadedMs = performance.now();
  const most = await until('a replica was added', async () => {
    const found = await replicas();
    return found > 1 ? found : null;
  });
  figure(`tagging has ${most} replicas ${secondsSince(loadedMs)} s after the load began`);
  await release.ready();
  const { total: then } = await queries.ledger();
  await until('postings pass the new replicas', async () => {
    const { total: now } = await queries.ledger();
    return now.counted > then.accepted + 200;
  });
  const result = await ended();
  const overMs = performance.now();
  await until('the replicas are gone again', async () => (await replicas()) === 1);
  figure(`tagging has 1 replica again ${secondsSince(overMs)} s after the load ended`);
  expect(result.accepted).toBe(result.sent);
  const { total } = await queries.settled();
  expect(total).toMatchObject({ accepted: result.sent, counted: result.sent, deadLettered: 0 });
  expect((await queries.verify()).differences).toEqual([]);
  figure(`${result.sent} postings over two rebalances, all counted once`);
}, 700_000);
