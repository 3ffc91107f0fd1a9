import { afterAll, beforeEach, expect, test } from '@jest/globals';
import { until } from '@skillstream/async/testing';
import { readRelease, restartsOf } from '../../packages/cli/src/cluster/watch.ts';
import { allowed } from '../platform/token.ts';
import { askRelease, createClusterRelease, type ReleaseQueries } from './cluster-platform.ts';
import { figure, secondsSince } from './figures.ts';
import { apply, kubectl } from './kubectl.ts';

// What somebody sees who made a mistake: a clear reason, by `skillstream cluster status`.
const release = createClusterRelease('skillstream-refusals');
const { namespace } = release;
beforeEach(() => release.purge());
afterAll(() => release.purge());

/** Waits until the reasons say it; prints how long that took. */
const reported = async (what: string, wanted: RegExp) => {
  const startedMs = performance.now();
  const found = await until(`a reason like ${wanted}`, async () => {
    const reasons = await (await readRelease(release.target)).reasons();
    const found = reasons.find(({ who, why }) => wanted.test(`${who}: ${why}`));
    return found ?? Promise.reject(new Error(JSON.stringify(reasons)));
  });
  figure(`${what}: told after ${secondsSince(startedMs)} s: ${found.who}: ${found.why.slice(0, 160)}`);
};

// Postings with long texts until the signal comes; what is refused meanwhile does not matter.
const fill = async ({ url, tokens }: ReleaseQueries, signal: AbortSignal) => {
  for (let batch = 0; !signal.aborted; batch += 1) {
    const lines = Array.from({ length: 200 }, (_, i) =>
      JSON.stringify({
        source: 'full',
        sourceId: `${batch}-${i}`,
        title: 'Backend Engineer',
        description: `We use Kafka. ${'Words and more words. '.repeat(200)}`,
      }),
    );
    const headers = { 'content-type': 'application/x-ndjson' };
    const request = { method: 'POST', headers, body: lines.join('\n'), signal };
    await fetch(`${url}/v1/postings`, await allowed(request, tokens))
      .then((response) => response.text())
      .catch(() => undefined);
  }
};

test('a bad value is refused before anything is made, and named', async () => {
  await expect(release.install('global.image.tag=')).rejects.toThrow(
    /no image is named.*docker buildx bake/s,
  );
  await expect(release.install('gateway.replica=3')).rejects.toThrow(/replica/);
  await expect(release.install('ingestion.replicas=many')).rejects.toThrow(/replicas/);
  await expect(release.install('global.auth.environment=production')).rejects.toThrow(/global\.auth\.issuer/);
  expect(await kubectl('get', 'pods', '-n', namespace, '-o', 'name')).toBe('');
});

test('a wrong image tag is named', async () => {
  await release.install('tagging.image.tag=no-such-tag');
  await reported('a wrong image tag', /tagging.*(ImagePullBackOff|ErrImagePull).*no-such-tag/s);
});

test('a container of the values that `restricted` forbids is refused by Kubernetes, and named', async () => {
  await release.install('tagging.sidecars[0].name=unsafe', 'tagging.sidecars[0].image=unsafe:1');
  await reported('an unsafe container', /tagging.*violates PodSecurity "restricted.*"unsafe"/s);
});

test('too little memory is named with its limit and the value that raises it', async () => {
  const memory = (what: string) => `analytics.resources.${what}.memory=40Mi`;
  await release.install(memory('requests'), memory('limits'));
  await reported(
    'too little memory',
    /analytics.*OOMKilled.*its limit of 40Mi; to raise it: analytics\.resources\.limits\.memory/s,
  );
});

test('a quota that has no room is named', async () => {
  await kubectl('create', 'namespace', namespace);
  await kubectl('create', 'quota', 'small', '-n', namespace, '--hard=requests.memory=64Mi');
  await release.install();
  await reported('a quota without room', /tagging.*exceeded quota: small/s);
});

test('a probe that ends a container is named', async () => {
  await release.install();
  await release.ready();
  const livenessProbe = {
    // The image has no shell, and no other program than node.
    exec: { command: ['/nodejs/bin/node', '--eval', 'process.exit(1)'] },
    timeoutSeconds: 10,
    httpGet: null,
    periodSeconds: 1,
    failureThreshold: 1,
  };
  const patch = { spec: { template: { spec: { containers: [{ name: 'tagging', livenessProbe }] } } } };
  const words = ['patch', 'deployment', 'skillstream-tagging', '-n', namespace, '-p', JSON.stringify(patch)];
  await kubectl(...words);
  await reported('a failed probe', /tagging.*ended since its liveness probe failed/s);
});

test('a missing Secret is named', async () => {
  await release.install('global.redis.existingSecret.name=not-there');
  await reported('a missing Secret', /not-there/);
});

/** Tells one service another password than its engine has. */
const tellWrong = async (service: string, variable: string, key: string) => {
  const env = [{ name: variable, valueFrom: { secretKeyRef: { name: 'wrong', key } } }];
  const patch = { spec: { template: { spec: { containers: [{ name: service, env }] } } } };
  await kubectl(
    'patch',
    'deployment',
    `skillstream-${service}`,
    '-n',
    namespace,
    '-p',
    JSON.stringify(patch),
  );
};

test('a wrong password is named by the service that is refused, whichever engine it is for', async () => {
  await release.install();
  await release.ready();
  const data = Object.fromEntries(
    ['kafka', 'mongodb', 'redis'].map((name) => [
      `${name}-password`,
      Buffer.from('wrong').toString('base64'),
    ]),
  );
  await apply({ apiVersion: 'v1', kind: 'Secret', metadata: { name: 'wrong', namespace }, data });
  await tellWrong('ingestion', 'MONGO_PASSWORD', 'mongodb-password');
  await reported('a wrong password for MongoDB', /ingestion.*mongo \(.*[Aa]uth/s);
  await tellWrong('tagging', 'KAFKA_SASL_PASSWORD', 'kafka-password');
  await reported('a wrong password for Kafka', /tagging.*kafka \(.*([Aa]uth|SASL)/s);
  await tellWrong('analytics', 'REDIS_PASSWORD', 'redis-password');
  await reported('a wrong password for Valkey', /analytics.*redis \(.*(WRONGPASS|NOAUTH)/s);
});

test('a full disk of Kafka is named', async () => {
  await release.install('engines.kafka.dataInMemory.size=24Mi');
  await release.ready();
  const queries = await askRelease(release);
  const full = new AbortController();
  const sending = fill(queries, full.signal);
  await until('Kafka has ended', async () => restartsOf((await readRelease(release.target)).pods) > 0);
  await reported('a full disk of Kafka', /kafka.*No space left on device/s);
  full.abort();
  await sending;
  await queries.stop();
});
