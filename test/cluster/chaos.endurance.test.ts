import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { until } from '@skillstream/async/testing';
import { createRandom } from '../../packages/cli/src/sample/random.ts';
import { askRelease, createClusterRelease, type ReleaseQueries } from './cluster-platform.ts';
import { figure, secondsSince } from './figures.ts';
import { kubectl, podsOf } from './kubectl.ts';
import { startLoad } from './load-pod.ts';

// Pods deleted in a random order under load, each kind gracefully and at once.
const release = createClusterRelease('skillstream-chaos');
const { namespace } = release;
let queries: ReleaseQueries;
beforeAll(async () => {
  await release.purge();
  await release.install();
  await release.ready();
  queries = await askRelease(release);
});
afterAll(async () => {
  await queries?.stop();
  await release.purge();
});

const parts = ['gateway', 'ingestion', 'tagging', 'analytics', 'kafka', 'mongodb', 'valkey'];
const turns = parts.flatMap((part) => [
  { part, how: 'gracefully', words: [] },
  { part, how: 'at once', words: ['--grace-period=0', '--force'] },
]);

test('pods of every kind deleted at random under load: nothing is lost, nothing counted twice', async () => {
  const ended = await startLoad(namespace, queries.tokens, {
    name: 'chaos',
    senders: 4,
    retry: true,
  });
  for (const [i, { part, how, words }] of createRandom(20261124).shuffle(turns).entries()) {
    const pods = (await podsOf(namespace, part)).filter((pod) => !pod.deletionTimestamp);
    const { name, uid } = pods[i % pods.length]!;
    const deletedMs = performance.now();
    await kubectl('delete', 'pod', '-n', namespace, name, '--wait=false', ...words);
    const gone = async () => (await podsOf(namespace, part)).every((pod) => pod.uid !== uid);
    await until(`${name} is gone`, gone);
    // Names the pod that does not come back, and what it waits for.
    await release.ready();
    figure(`${part} deleted ${how}: all ready again after ${secondsSince(deletedMs)} s`);
  }
  const result = await ended();
  figure(
    `${result.sent} postings sent meanwhile, ${result.failures.length} answers to try again, slowest ${result.slowestMs} ms`,
  );
  expect(result.accepted).toBe(result.sent);
  const { total } = await queries.settled();
  expect(total).toMatchObject({ accepted: result.sent, counted: result.sent, deadLettered: 0 });
  expect((await queries.verify()).differences).toEqual([]);
}, 1_200_000);
