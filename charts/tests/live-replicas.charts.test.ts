import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { helm, type Values } from './helm.ts';
import { startLiveRelease, type LiveRelease } from './live-release.ts';

// By the helm on the PATH, 3 or 4: they send different things, after which the same has to run.
const bounds = { enabled: true, minReplicas: 2, maxReplicas: 6 };
const hpa: Values = { autoscaling: bounds };
const keda: Values = { keda: bounds };
const isHelm4 = () => helm(['version', '--short']).output.startsWith('v4');
let release: LiveRelease;
const start = async (chart: string) => {
  release = await startLiveRelease(chart);
};
afterEach(() => release.stop());

describe.each<[string, string, Values]>([
  ['ingestion', 'a HorizontalPodAutoscaler', hpa],
  ['tagging', 'a HorizontalPodAutoscaler', hpa],
  ['gateway', 'a HorizontalPodAutoscaler', hpa],
  ['tagging', 'KEDA', keda],
  ['analytics', 'KEDA', keda],
])('%s, for which %s is switched on', (chart, _autoscaler, values) => {
  beforeEach(() => start(chart));

  test.each([
    [2, 2, 'as many as ran before'],
    [3, 3, 'as many as ran before, if that was by hand'],
    [1, 2, 'the fewest that it may have'],
    [9, 6, 'the most that it may have'],
  ])('goes from %i replicas to %i: %s', async (ran, runs) => {
    await release.upgrade({ replicas: ran });
    await release.upgrade(values);
    expect(release.replicas()).toBe(runs);
  });
});

describe('a release with an autoscaler', () => {
  beforeEach(() => start('gateway'));

  test('begins with the fewest replicas', async () => {
    await release.upgrade(hpa);
    expect(release.replicas()).toBe(2);
  });

  test('is upgraded, and keeps the replicas that the autoscaler has made of them', async () => {
    await release.upgrade({ replicas: 2 });
    for (const replicas of [4, 3, 5]) {
      await release.upgrade({ ...hpa, logLevel: replicas % 2 ? 'warn' : 'info' });
      release.scale(replicas);
      await release.upgrade({ ...hpa, logLevel: 'debug' });
      expect(release.replicas()).toBe(replicas);
    }
  });

  test('is rolled back to what ran when that revision was made, or by helm 4 keeps what runs', async () => {
    await release.upgrade(hpa);
    release.scale(5);
    await release.upgrade({ ...hpa, logLevel: 'warn' });
    release.scale(4);
    await release.upgrade({ ...hpa, logLevel: 'debug' });
    await release.rollback(2);
    expect(release.replicas()).toBe(isHelm4() ? 4 : 5);
  });
});

test('what is rendered has as many as run where helm looks into the cluster, and elsewhere none', async () => {
  await start('gateway');
  await release.upgrade({ replicas: 3 });
  expect((await release.template('server', hpa)).spec.replicas).toBe(3);
  expect((await release.template('client', hpa)).spec).not.toHaveProperty('replicas');
});

describe('an autoscaler that is switched off', () => {
  beforeEach(() => start('gateway'));

  test('leaves as many as the values say', async () => {
    await release.upgrade(hpa);
    await release.upgrade({ replicas: 3 });
    expect(release.replicas()).toBe(3);
  });

  test('leaves as many, or has helm 4 refuse what it would take away, after it scaled', async () => {
    await release.upgrade(hpa);
    release.scale(5);
    const upgraded = release.upgrade({ replicas: 3 });
    if (isHelm4()) await expect(upgraded).rejects.toThrow(/conflict.*\.spec\.replicas/s);
    else await upgraded;
    expect(release.replicas()).toBe(isHelm4() ? 5 : 3);
  });

  test('leaves as many as run, where the values have null', async () => {
    await release.upgrade(hpa);
    release.scale(5);
    await release.upgrade({ replicas: null });
    expect(release.replicas()).toBe(5);
    await release.upgrade({ replicas: null, logLevel: 'warn' });
    expect(release.replicas()).toBe(5);
  });
});
