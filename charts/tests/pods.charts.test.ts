import { describe, expect, test } from '@jest/globals';
import { external } from './external.ts';
import { render } from './helm.ts';
import { ofKind, podsOf, selects, type Container, type Manifest, type Probe } from './manifest.ts';

const plain = render();
const elsewhere = render(external);
const memory = render({
  engines: { persistence: { enabled: false }, kafka: { dataInMemory: { size: '64Mi' } } },
});
const pods = [...podsOf(plain), ...podsOf(elsewhere), ...podsOf(memory)];
const services = podsOf(plain).filter(({ kind }) => kind === 'Deployment');

test.each(pods.map((pod) => [pod.name, pod] as const))(
  '%s keeps to restricted Pod Security',
  (_name, pod) => {
    const { securityContext } = pod.spec;
    expect(securityContext).toMatchObject({ runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } });
    expect(securityContext?.runAsUser).toBeGreaterThan(0);
    expect(pod.spec).not.toHaveProperty('hostNetwork');
    for (const container of [...pod.spec.containers, ...(pod.spec.initContainers ?? [])]) {
      expect(container.securityContext).toEqual({
        allowPrivilegeEscalation: false,
        readOnlyRootFilesystem: true,
        capabilities: { drop: ['ALL'] },
      });
      expect(container).not.toHaveProperty('ports[0].hostPort');
    }
    const sources = (pod.spec.volumes ?? []).flatMap((volume) => Object.keys(volume));
    expect(
      sources.filter((source) => !['name', 'configMap', 'emptyDir', 'secret', 'projected'].includes(source)),
    ).toEqual([]);
  },
);

test.each(pods.map((pod) => [pod.name, pod] as const))(
  '%s gets no token and no service links',
  (_name, pod) => {
    expect(pod.spec).toMatchObject({ automountServiceAccountToken: false, enableServiceLinks: false });
  },
);

test('no service account has a token', () => {
  const accounts = ofKind(plain, 'ServiceAccount');
  expect(accounts).toHaveLength(5);
  expect(accounts.filter((account) => account.automountServiceAccountToken !== false)).toEqual([]);
});

test.each(pods.map((pod) => [pod.name, pod.container] as const))(
  '%s asks for CPU, memory and room on its node, and has no limit of CPU',
  (_name, { resources }: Container) => {
    const asked = ['cpu', 'ephemeral-storage', 'memory'];
    expect(Object.keys(resources?.requests ?? {}).sort()).toEqual(asked);
    expect(resources?.limits).toHaveProperty('memory');
    expect(resources?.limits).not.toHaveProperty('cpu');
  },
);

test('what a pod writes on its node is limited once: an engine without a volume by the size of its data', () => {
  const limited = (manifests: Manifest[]) =>
    podsOf(manifests).filter(({ container }) => container.resources?.limits?.['ephemeral-storage']);
  expect(limited(plain)).toHaveLength(podsOf(plain).length);
  const others = podsOf(memory).filter(({ kind }) => kind !== 'StatefulSet');
  expect(limited(memory).map(({ name }) => name)).toEqual(others.map(({ name }) => name));
  for (const { spec } of podsOf(memory).filter(({ kind }) => kind === 'StatefulSet'))
    expect(spec.volumes?.find(({ name }) => name === 'data')?.emptyDir).toHaveProperty('sizeLimit');
});

describe.each(services.map((pod) => [pod.name, pod] as const))('%s', (_name, pod) => {
  test('is asked for life at /healthz and for readiness at /readyz', () => {
    const { startupProbe, livenessProbe, readinessProbe } = pod.container;
    expect(startupProbe?.httpGet?.path).toBe('/healthz');
    expect(livenessProbe?.httpGet?.path).toBe('/healthz');
    expect(readinessProbe?.httpGet?.path).toBe('/readyz');
  });

  test('is spread, but never left out for it', () => {
    const constraints = pod.spec.topologySpreadConstraints ?? [];
    expect(constraints.map(({ whenUnsatisfiable }) => whenUnsatisfiable)).toEqual([
      'ScheduleAnyway',
      'ScheduleAnyway',
    ]);
  });
});

const probed = pods.filter(({ container }) => container.livenessProbe);
test.each(probed.map((pod) => [pod.name, pod.container] as const))(
  '%s has five minutes to start and a minute to answer, so none is restarted for its slow node',
  (_name, { startupProbe, livenessProbe, readinessProbe }) => {
    const budget = ({ periodSeconds, failureThreshold = 3 }: Probe) => periodSeconds * failureThreshold;
    expect(budget(startupProbe!)).toBeGreaterThanOrEqual(300);
    expect(budget(livenessProbe!)).toBeGreaterThanOrEqual(60);
    for (const probe of [startupProbe, livenessProbe, readinessProbe])
      expect(probe!.timeoutSeconds).toBeGreaterThanOrEqual(10);
  },
);

test('every service and every engine is asked whether it lives', () => {
  expect(new Set(probed.map(({ name }) => name)).size).toBe(7);
});

test.each([
  [undefined, 38],
  [{ timeoutMs: 25_500 }, 34],
  [{ preStopSeconds: 0 }, 35],
  [{ preStopSeconds: 8, timeoutMs: 1000, waitMs: 500, marginSeconds: 1 }, 10],
])('the grace time of %j is what the end of a pod takes: %i s', (shutdown, graceSeconds) => {
  const values = render(shutdown ? { shutdown } : {}, 'gateway');
  const [pod] = podsOf(values);
  const preStop = pod?.container.lifecycle?.preStop?.sleep?.seconds ?? 0;
  const deadlineMs = Number(ofKind(values, 'ConfigMap')[0]?.data?.SHUTDOWN_TIMEOUT_MS);
  expect(pod?.spec.terminationGracePeriodSeconds).toBe(graceSeconds);
  expect(graceSeconds).toBeGreaterThan(preStop + deadlineMs / 1000);
});

test('an upgrade takes a pod away only after its successor is ready', () => {
  for (const { spec } of ofKind(plain, 'Deployment'))
    expect(spec.strategy).toEqual({
      type: 'RollingUpdate',
      rollingUpdate: { maxUnavailable: 0, maxSurge: 1 },
    });
});

test('selectors find their own pods and name no version', () => {
  const stable = ['app.kubernetes.io/instance', 'app.kubernetes.io/name'];
  for (const { spec } of plain) {
    const wanted = spec?.selector?.matchLabels;
    if (!wanted) continue;
    expect(Object.keys(wanted).sort()).toEqual(stable);
    if (spec.template) expect(selects(wanted, spec.template.metadata.labels)).toBe(true);
  }
  for (const { labels } of podsOf(plain)) expect(Object.keys(labels).join()).not.toMatch(/version|chart/);
});

test('one tag and one registry are those of every service, the registry of every engine too', () => {
  const global = { image: { registry: 'registry.example.net:5000/sk', tag: 'dev' } };
  const images = podsOf(render({ global })).map(({ container }) => container.image);
  const prefix = 'registry.example.net:5000/sk/';
  // The gateway's is that of helm's test, too, and ingestion's that of the Job.
  const ours = ['ingestion', 'ingestion', 'tagging', 'analytics', 'gateway', 'gateway'];
  const theirs = ['apache/kafka:4.1.0', 'mongo:8', 'valkey/valkey:8'];
  expect(images.sort()).toEqual(
    [...ours.map((name) => `skillstream/${name}:dev`), ...theirs].map((image) => prefix + image).sort(),
  );
});

test('an image of its own wins over what is said for all, a digest over a tag', () => {
  const digest = `sha256:${'0'.repeat(64)}`;
  const image = { registry: 'other.example.net', tag: '7', digest };
  const values = { global: { image: { registry: 'registry.example.net', tag: 'dev' } }, gateway: { image } };
  const [gateway] = podsOf(render(values)).filter(({ name }) => name === 'sk-gateway');
  expect(gateway?.container.image).toBe(`other.example.net/skillstream/gateway@${digest}`);
});
