import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { helmValues, namespaceManifest } from './install.ts';
import { errorLine, lastErrorsOfPods } from './last-errors.ts';
import { buildImages, imagesIn, kindNameOf, loadImages } from './images.ts';
import { bytesOf, parseTop } from './memory-of-pods.ts';
import { reasonsOf } from './reasons.ts';
import { releaseAccess, releaseKey } from './release-access.ts';
import { mustRun } from './run-tool.ts';
import { splitArgs } from './split-args.ts';
import { replicasOf, type ContainerStatus, type ClusterEvent, type Pod } from './workloads.ts';

const pod = (container: Partial<ContainerStatus>, status: Partial<Pod['status']> = {}): Pod => ({
  metadata: { name: 'p', creationTimestamp: '' },
  status: {
    phase: 'Pending',
    containerStatuses: [{ name: 'c', ready: false, restartCount: 0, ...container }],
    ...status,
  },
});
const happening = (reason: string, message: string, kind = 'Pod', name = 'p'): ClusterEvent => ({
  reason,
  message,
  type: 'Warning',
  involvedObject: { kind, name },
});
const none = new Map<string, string>();
const demoKeyPem = () =>
  generateKeyPairSync('ec', { namedCurve: 'P-256' })
    .privateKey.export({ type: 'sec1', format: 'pem' })
    .toString();

describe('why a pod does not work', () => {
  test.each<[string, Pod, ClusterEvent[], string]>([
    [
      'a wrong image',
      pod({ state: { waiting: { reason: 'ImagePullBackOff', message: 'no such tag' } } }),
      [],
      'ImagePullBackOff: no such tag',
    ],
    [
      'a missing secret',
      pod({ state: { waiting: { reason: 'CreateContainerConfigError', message: 'secret "x" not found' } } }),
      [],
      'CreateContainerConfigError: secret "x" not found',
    ],
    [
      'a crash',
      pod({
        state: { waiting: { reason: 'CrashLoopBackOff', message: 'back-off' } },
        lastState: { terminated: { exitCode: 1 } },
      }),
      [],
      'CrashLoopBackOff: it ended with code 1: config: PORT: too big',
    ],
    [
      'no place on a node',
      pod(
        {},
        {
          conditions: [
            { type: 'PodScheduled', status: 'False', reason: 'Unschedulable', message: 'not enough memory' },
          ],
        },
      ),
      [],
      'Unschedulable: not enough memory',
    ],
    [
      'a volume that is not there',
      pod({ state: { waiting: { reason: 'ContainerCreating' } } }),
      [happening('FailedMount', 'no volume'), happening('Pulled', 'image is there')],
      'FailedMount: no volume',
    ],
  ])('names %s', (_, found, happenings, why) => {
    const words = new Map(
      found.status.containerStatuses?.[0]?.lastState ? [['p', 'config: PORT: too big']] : [],
    );
    expect(reasonsOf([], [found], happenings, words)).toEqual([{ who: 'p', why }]);
  });

  test('is what the service itself waits for where Kubernetes has nothing against it', () => {
    const waits = new Map([['p', 'waits for mongo (Authentication failed.)']]);
    expect(reasonsOf([], [pod({})], [], waits)).toEqual([
      { who: 'p', why: 'waits for mongo (Authentication failed.)' },
    ]);
  });
  test.each([
    [
      'Deployment',
      { conditions: [{ type: 'ReplicaFailure', status: 'True', message: 'violates PodSecurity' }] },
    ],
    ['StatefulSet', { replicas: 0 }],
    ['Job', { replicas: 0 }],
  ])('is a refusal of Pod Security although no pod of the %s was ever made', (kind, status) => {
    const metadata = { name: 'w', creationTimestamp: '' };
    const refused = happening('FailedCreate', 'violates PodSecurity', kind, 'w');
    const workload = { kind, metadata, spec: { replicas: 1 }, status };
    expect(reasonsOf([workload], [], [refused, refused], none)).toEqual([
      { who: 'w', why: 'violates PodSecurity' },
    ]);
    const made = { ...workload, status: { replicas: 1 } };
    expect(reasonsOf([made], [], [refused], none)).toEqual([]);
  });
  test('is nothing for pods that are ready, finished or on their way out', () => {
    const leaving = pod({});
    leaving.metadata.deletionTimestamp = 'now';
    const pods = [pod({ ready: true }), pod({}, { phase: 'Succeeded' }), leaving];
    expect(reasonsOf([], pods, [], new Map([['p', 'waits']]))).toEqual([]);
  });
});

test.each([
  ['Deployment', { replicas: 2, readyReplicas: 2, updatedReplicas: 2 }, 2],
  ['Deployment', { replicas: 3, readyReplicas: 3, updatedReplicas: 2 }, 1],
  ['Deployment', { replicas: 2, readyReplicas: 2, updatedReplicas: 1 }, 1],
  ['StatefulSet', { replicas: 2, readyReplicas: 1 }, 1],
  ['StatefulSet', {}, 0],
])('a %s of two with %j has %i ready', (kind, status, ready) => {
  const metadata = { name: 'w', creationTimestamp: '' };
  expect(replicasOf({ kind, metadata, spec: { replicas: 2 }, status })).toEqual({ wanted: 2, ready });
});

test('memory is read from what kubectl top prints', () => {
  expect([...parseTop('a-1   12m   123Mi\nb-2   1m   2Gi\n\nerror: none')]).toEqual([
    ['a-1', 123 * 1024 ** 2],
    ['b-2', 2 * 1024 ** 3],
  ]);
  expect([bytesOf('5'), bytesOf('5Ki'), bytesOf('5m')]).toEqual([5, 5120, null]);
});

test('the options of the release are separated from those of the load', () => {
  expect(splitArgs(['-n', 'x', 'file', '--no-wait', '--release=y', '--patience', '5'])).toEqual({
    target: ['-n', 'x', '--release=y'],
    rest: ['file', '--no-wait', '--patience', '5'],
  });
});

test('the namespace enforces the strictest Pod Security', () => {
  expect(JSON.parse(namespaceManifest('x'))).toMatchObject({
    metadata: { name: 'x', labels: { 'pod-security.kubernetes.io/enforce': 'restricted' } },
  });
});

test('values reach helm in their order, the tag only where one was given', () => {
  expect(helmValues({ tag: 'dev', values: ['a.yaml', 'b.yaml'], sets: ['x=1'] })).toEqual([
    ...['--values', 'a.yaml', '--values', 'b.yaml'],
    ...['--set', 'global.image.tag=dev', '--set', 'x=1'],
  ]);
  expect(helmValues({ tag: undefined, values: [], sets: [] })).toEqual([]);
});

test.each([
  ['start\nERROR x No space left on device\nException in thread\n\tat y', 'ERROR x No space left on device'],
  ['java.lang.RuntimeException: no\n\tat a\n\tat b', 'java.lang.RuntimeException: no'],
  ['config: PORT: too big', 'config: PORT: too big'],
  ['one\ntwo\n', 'two'],
  ['', ''],
])('of the log %j the line that tells is %j', (log, line) => {
  expect(errorLine(log)).toBe(line);
});

test('a kind cluster is known by its context', () => {
  expect([kindNameOf('kind-x'), kindNameOf('minikube')]).toEqual(['x', null]);
});

test('the images that are built and loaded are those that a release runs, with its tag', async () => {
  const image = (reference: string) => `      - name: x\n        image: ${reference}\n`;
  const manifests = [
    ...['skillstream/gateway:v2', 'skillstream/cli:v2', 'skillstream/gateway:v2', 'skillstream/tagging:v1'],
    ...['"skillstream/analytics:v2"', 'ghcr.io/skillstream/ingestion:v2', 'apache/kafka:4.1.0'],
  ].map(image);
  const names = imagesIn(manifests.join(''), 'v2');
  expect(names).toEqual(['analytics', 'cli', 'gateway']);
  const ran: string[] = [];
  const run = async (tool: string, args: readonly string[]) => {
    ran.push([tool, ...args].join(' '));
    return { code: 0, out: '', complaint: '' };
  };
  await buildImages(run, ['cli', 'gateway'], 'v2');
  await loadImages(run, 'kind-here', ['cli', 'gateway'], 'v2');
  await loadImages(run, 'elsewhere', ['cli', 'gateway'], 'v2');
  expect(ran).toEqual([
    'docker buildx bake -f docker/docker-bake.hcl --load --set *.args.VERSION=v2 ' +
      '--set cli.tags=skillstream/cli:v2 --set gateway.tags=skillstream/gateway:v2 cli gateway',
    'kind load docker-image --name here skillstream/cli:v2 skillstream/gateway:v2',
  ]);
});

test('a tool that fails is reported with its own error message', async () => {
  const run = async () => ({ code: 1, out: '', complaint: 'Error: no\n' });
  await expect(mustRun(run, 'helm', ['upgrade', 'x', 'y'])).rejects.toThrow('helm upgrade x: Error: no');
});

describe('who asks a release', () => {
  const coded = (text: string) => Buffer.from(text).toString('base64');
  /** A release whose gateway says where the key is, and the Secrets of its namespace by their names. */
  const answering = (says: string, secrets: Record<string, Record<string, string>>) => ({
    run: async (_tool: string, [, kind, , , name]: readonly string[]) => {
      const data = secrets[name!];
      const secret = data ? JSON.stringify({ data }) : '';
      return { code: 0, out: kind === 'configmap' ? says : secret, complaint: '' };
    },
    namespace: 'n',
    release: 'r',
  });

  test.each([
    ['there is no such Secret', {}],
    ['the Secret has no such key', { 'r-engines': {} }],
    ['the Secret holds what older charts made', { 'r-engines': { 'demo-signing-key': coded('aBc4') } }],
  ])('is told to give a token where %s', async (_why, secrets) => {
    await expect(releaseKey(answering('', secrets))).rejects.toThrow(
      /the release r in n has no demo key to sign a token with .*: ask its issuer for one, and give it as --token/,
    );
  });

  test.each([
    [
      'of the engines where the release says nothing, as charts of before',
      '',
      'r-engines',
      'demo-signing-key',
    ],
    ['that the values name', 'mine/private.pem', 'mine', 'private.pem'],
  ])('signs by the key of the Secret %s, unless a token was given', async (_which, says, name, key) => {
    const pem = demoKeyPem();
    const target = answering(says, { [name]: { [key]: coded(pem) } });
    expect(await releaseKey(target)).toBe(pem);
    const signed = await (await releaseAccess(target, 'http://g', undefined)).token();
    expect(signed?.split('.')).toHaveLength(3);
    const reported = await releaseAccess(answering('', {}), 'http://g', 'mine');
    expect([reported.address, await reported.token()]).toEqual(['http://g', 'mine']);
  });
});

describe('the crash report of a service', () => {
  const summary = 'TypeError at tagPosting (file:///app/x.ts:3:1), uncaught exception after 12 s';
  const line = JSON.stringify({
    level: 'fatal',
    report: { summary, lastLines: ['ERROR'] },
    msg: 'crash report',
  });

  test('is its last word, whatever else its log holds', () => {
    expect(errorLine(`ERROR before\n${line}\nError: after`)).toBe(summary);
    expect(errorLine('{"msg":"crash report" cut\nError: after')).toBe('Error: after');
  });

  test('is read where Kubernetes keeps it, without its log; another message there is none', async () => {
    const asked: string[] = [];
    const run = async (_tool: string, args: readonly string[]) => {
      asked.push(args[3]!);
      return { code: 0, out: 'Error: by the log', complaint: '' };
    };
    const ended = (name: string, message: string): Pod => {
      const one = pod({ lastState: { terminated: { exitCode: 1, message } } });
      return { ...one, metadata: { ...one.metadata, name } };
    };
    const pods = [ended('a', `crash report: ${summary}\n  at y`), ended('b', 'the tail of a log')];
    const words = await lastErrorsOfPods(run, 'n', pods);
    expect(Object.fromEntries(words)).toEqual({ a: summary, b: 'Error: by the log' });
    expect(new Set(asked)).toEqual(new Set(['b']));
  });
});
