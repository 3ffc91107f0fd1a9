import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { external } from './external.ts';
import { notes, refusal, render, type Values } from './helm.ts';
import { prepareHelm4 } from './helm-4/prepare-helm-4.ts';
import { ofKind, pod, type Labels, type Manifest } from './manifest.ts';
import { helmSeeing, renderSeeing } from './seeing-helm.ts';
import { startStubCluster } from './stub-cluster.ts';

let cluster: Awaited<ReturnType<typeof startStubCluster>>;
beforeAll(async () => void (cluster = await startStubCluster()));
beforeEach(() => cluster.reset('demo'));
afterAll(() => cluster.stop());

const helms = ['helm', prepareHelm4((line) => process.stderr.write(`${line}\n`))];

type Rendered = Manifest & { immutable?: boolean };
const by = (program: string) => ({ address: cluster.address, program });
const secretOf = (manifests: Rendered[]) => ofKind(manifests, 'Secret')[0] as Rendered | undefined;
/** The API server keeps what kubectl or helm applies. */
const apply = (manifests: Rendered[]) =>
  cluster.put(secretOf(manifests)! as Parameters<typeof cluster.put>[0]);
const keep = (data: Labels, more: { immutable?: boolean } = {}) =>
  cluster.put({ kind: 'Secret', metadata: { name: 'sk-engines', namespace: 'demo' }, data, ...more });
const claim = (more: object = {}) =>
  cluster.put({
    kind: 'PersistentVolumeClaim',
    metadata: { name: 'data-sk-mongodb-0', namespace: 'demo', ...more },
  });
const checksumOf = (manifests: Rendered[]) => pod(manifests, 'sk-valkey').annotations['checksum/secrets'];

describe.each(helms)('where %s can look into the cluster', (helm) => {
  test('what is rendered twice and applied twice has the same passwords, and restarts nothing', async () => {
    const first = await renderSeeing(by(helm));
    apply(first);
    const second = await renderSeeing(by(helm));
    expect(secretOf(second)?.data).toEqual(secretOf(first)?.data);
    expect(secretOf(second)).not.toHaveProperty('immutable');
    expect(checksumOf(second)).toBe(checksumOf(first));
  });

  test('a namespace that is still to be made needs new passwords', async () => {
    cluster.reset();
    expect(Object.keys(secretOf(await renderSeeing(by(helm)))?.data ?? {})).toHaveLength(12);
  });

  test('an installation is tried before there is its namespace, and refused by the names of bad values', async () => {
    cluster.reset();
    const trial = (values: Values) =>
      helmSeeing(by(helm), ['upgrade', '--install', '--namespace', 'new'], values);
    expect(await trial({})).toContain('name: sk-engines');
    await expect(trial({ gateway: { replica: 3 } })).rejects.toThrow(/replica/);
  });

  test('who may read nothing but a namespace of their own can install there', async () => {
    cluster.forbid('/api/v1/namespaces/default');
    expect(secretOf(await renderSeeing(by(helm)))).toBeDefined();
  });

  test('a chart with more users adds their passwords and keeps the others', async () => {
    const all = secretOf(await renderSeeing(by(helm)))!.data!;
    const { 'tagging-kafka-password': added, ...before } = all;
    keep(before);
    const after = secretOf(await renderSeeing(by(helm)))!.data!;
    expect(after).toEqual({ ...before, 'tagging-kafka-password': expect.any(String) });
    expect(after['tagging-kafka-password']).not.toBe(added);
  });

  test('the password of an engine that is another one now stays, since its volume knows it', async () => {
    const first = await renderSeeing(by(helm));
    apply(first);
    const elsewhere = { global: { mongodb: { url: 'mongodb://m.example.org' } } };
    expect(secretOf(await renderSeeing(by(helm), elsewhere))?.data).toEqual(secretOf(first)?.data);
  });

  test('an immutable Secret stays as it is, with keys that nobody asks for any more', async () => {
    const data = { ...secretOf(await renderSeeing(by(helm)))!.data!, 'of-an-earlier-chart': 'eA==' };
    keep(data, { immutable: true });
    expect(secretOf(await renderSeeing(by(helm)))).toMatchObject({ immutable: true, data });
  });

  test('an immutable Secret without a key that is needed is refused by the name of the key', async () => {
    const data = secretOf(await renderSeeing(by(helm)))!.data!;
    keep({ ...data, 'tagging-kafka-password': '' }, { immutable: true });
    await expect(renderSeeing(by(helm))).rejects.toThrow(
      /sk-engines is immutable and lacks tagging-kafka-password/,
    );
  });

  test('a volume of MongoDB without its password is refused, unless it is on its way out or of no use', async () => {
    claim();
    await expect(renderSeeing(by(helm))).rejects.toThrow(
      /data-sk-mongodb-0 was made with a password that the Secret sk-engines does not have/,
    );
    expect(
      secretOf(await renderSeeing(by(helm), { engines: { persistence: { enabled: false } } })),
    ).toBeDefined();
    claim({ deletionTimestamp: '2026-12-01T00:00:00Z' });
    expect(secretOf(await renderSeeing(by(helm)))).toBeDefined();
  });

  test('a volume with the Secret of its release is what a release is installed over again', async () => {
    const first = await renderSeeing(by(helm));
    apply(first);
    claim();
    expect(secretOf(await renderSeeing(by(helm)))?.data).toEqual(secretOf(first)?.data);
  });
});

test('the notes say that passwords are made once, where there are engines, and how to remove them', () => {
  expect(notes('skillstream')).toMatch(/made once.*helm template.*charts\/README\.md/s);
  expect(notes('skillstream')).toContain('delete pvc,secret --selector app.kubernetes.io/instance=sk');
  expect(notes('skillstream', external)).not.toContain('made once');
});

describe('where helm cannot look into the cluster', () => {
  const without = (withoutCluster: string): Values => ({ engines: { secret: { withoutCluster } } });

  test('new passwords are refused with what else there is', () => {
    const said = refusal(without('refuse'));
    for (const part of ['helm template', 'sk-engines', '--dry-run=server', 'engines.secret.withoutCluster'])
      expect(said).toContain(part);
  });

  test('nothing is refused where every password is the user own, or none is made', () => {
    const existingSecret = { name: 'mine' };
    const global = {
      ...{ kafka: { existingSecret }, mongodb: { existingSecret }, redis: { existingSecret } },
      auth: { demoKey: { existingSecret } },
    };
    expect(ofKind(render({ ...without('refuse'), global }), 'Secret')).toEqual([]);
    expect(ofKind(render(external), 'StatefulSet')).toEqual([]);
  });

  test('omit renders all but the Secret, the same each time', () => {
    const [first, second] = [render(without('omit')), render(without('omit'))];
    expect(ofKind(first, 'Secret')).toEqual([]);
    expect(second).toEqual(first);
    expect(ofKind(first, 'StatefulSet')).toHaveLength(3);
  });

  test('generate renders one that no second rendering can replace, and nothing else that differs', () => {
    const [first, second] = [render(without('generate')), render(without('generate'))];
    expect(secretOf(first)).toMatchObject({ immutable: true });
    expect(secretOf(second)!.data).not.toEqual(secretOf(first)!.data);
    const rest = (manifests: Manifest[]) => manifests.filter(({ kind }) => kind !== 'Secret');
    expect(rest(second)).toEqual(rest(first));
  });
});
