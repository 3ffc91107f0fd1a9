import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { until } from '@skillstream/async/testing';
import { createClusterRelease } from './cluster-platform.ts';
import { figure } from './figures.ts';
import { helm, kubectl } from './kubectl.ts';
import { watchReplicas } from './replica-watch.ts';

// By the helm on the PATH, 3 or 4: an autoscaler is switched on, has scaled, and is switched off again.
const release = createClusterRelease('skillstream-switch');
const { namespace } = release;
const services = ['gateway', 'ingestion', 'tagging'];
const nameOf = (service: string) => `skillstream-${service}`;
const before: Record<string, number> = { gateway: 3, ingestion: 2, tagging: 2 };
const off = services.map((service) => `${service}.replicas=${before[service]}`);
// It never takes one away by itself, so that whatever does is somebody else.
const on = services.flatMap((service) =>
  ['enabled=true', 'minReplicas=2', 'maxReplicas=6', 'behavior.scaleDown.selectPolicy=Disabled'].map(
    (setting) => `${service}.autoscaling.${setting}`,
  ),
);

const field = async (kind: string, service: string, path: string) =>
  (await kubectl('get', kind, nameOf(service), '-n', namespace, '-o', `jsonpath={${path}}`)).trim();
const replicasOf = async (service: string) => Number(await field('deployment', service, '.spec.replicas'));
const isHelm4 = async () => (await helm('version', '--short')).startsWith('v4');

beforeAll(async () => {
  await release.purge();
  await release.install(...off);
  await release.ready();
});
afterAll(() => release.purge());

test('an autoscaler that is switched on takes no replica away', async () => {
  const watch = await watchReplicas(namespace);
  await release.install(...on);
  for (const service of services)
    await until(`the autoscaler has looked at ${service}`, async () =>
      (await field('hpa', service, '.status.conditions[*].type')).includes('AbleToScale'),
    );
  watch.stop();
  for (const service of services) {
    const wanted = watch.wanted(nameOf(service));
    figure(`replicas of ${service} while its autoscaler was switched on: ${wanted.join(' → ')}`);
    expect(Math.min(...wanted)).toBe(before[service]);
    expect(watch.fewestAvailable(nameOf(service))).toBeGreaterThanOrEqual(before[service]!);
  }
});

test('an upgrade, and its rollback, leave what the autoscaler has made of them', async () => {
  // By the same door that the autoscaler uses.
  await kubectl('scale', 'deployment', nameOf('gateway'), '-n', namespace, '--replicas=4');
  await release.ready();
  const watch = await watchReplicas(namespace);
  await release.install(...on, 'gateway.logLevel=warn');
  await release.ready();
  await release.install(...on, 'gateway.logLevel=debug');
  await release.ready();
  await helm('rollback', release.release, '-n', namespace);
  await release.ready();
  watch.stop();
  const wanted = watch.wanted(nameOf('gateway'));
  figure(`replicas of gateway through two upgrades and a rollback: ${wanted.join(' → ')}`);
  expect(Math.min(...wanted)).toBe(4);
});

test('an autoscaler that is switched off takes none away where the values have null', async () => {
  const watch = await watchReplicas(namespace);
  await release.install(...services.map((service) => `${service}.replicas=null`));
  await until('no autoscaler is left', async () => {
    const left = await kubectl('get', 'hpa', '-n', namespace, '-o', 'name');
    return left.trim() === '';
  });
  await release.ready();
  watch.stop();
  const wanted = watch.wanted(nameOf('gateway'));
  figure(`replicas of gateway while its autoscaler was switched off: ${wanted.join(' → ')}`);
  expect(Math.min(...wanted)).toBe(4);
});

test('a number in the values is what runs then; helm 4 refuses to take away what another scaled', async () => {
  const watch = await watchReplicas(namespace);
  const changed = release.install(...off);
  if (await isHelm4()) await expect(changed).rejects.toThrow(/conflict.*\.spec\.replicas/s);
  else await changed;
  expect(await replicasOf('gateway')).toBe((await isHelm4()) ? 4 : 3);
  watch.stop();
  expect(Math.min(...watch.wanted(nameOf('gateway')))).toBeGreaterThanOrEqual(3);
});
