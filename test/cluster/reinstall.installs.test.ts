import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { until } from '@skillstream/async/testing';
import { forwardGateway } from '../../packages/cli/src/cluster/forward.ts';
import { install } from '../../packages/cli/src/cluster/install.ts';
import { mustRun } from '../../packages/cli/src/cluster/run-tool.ts';
import { claimsOf, keptSecretsOf } from '../../packages/cli/src/cluster/target.ts';
import { uninstall } from '../../packages/cli/src/cluster/uninstall.ts';
import { generateSample } from '../../packages/cli/src/sample/index.ts';
import { sendAll } from '../platform/send.ts';
import { allowed } from '../platform/token.ts';
import { askRelease, createClusterRelease, imageTag } from './cluster-platform.ts';
import { kubectl } from './kubectl.ts';

// What stays of a release, and who goes on with it; by the helm of the PATH.
const release = createClusterRelease('skillstream-reinstall');
const { namespace, run, target } = release;
const SENT = 300;
const chart = 'charts/skillstream';
const tag = `global.image.tag=${imageTag}`;
const expected = { total: { accepted: SENT, counted: SENT } };

const installed = async (...sets: string[]) => {
  const made = await install(target, { tag: imageTag, values: [], sets });
  await release.ready();
  return made;
};
const passwords = async () =>
  JSON.parse(
    await kubectl('get', 'secret', 'skillstream-engines', '-n', namespace, '-o', 'jsonpath={.data}'),
  );
/** What was sent is counted, and every number is right. */
const isWhole = async () => {
  const queries = await askRelease(release);
  try {
    expect(await queries.settled()).toMatchObject(expected);
    expect((await queries.verify()).differences).toEqual([]);
  } finally {
    await queries.stop();
  }
};
const send = async () => {
  const queries = await askRelease(release);
  const sample = [...generateSample({ seed: 19, count: SENT, firstMonth: '2024-01' })];
  await sendAll(
    queries.url,
    sample.map(({ posting }) => posting),
    queries.tokens,
  );
  await queries.settled();
  await queries.stop();
};
const template = (...words: string[]) =>
  run('helm', ['template', 'skillstream', chart, '-n', namespace, '--set', tag, ...words]);
const applied = async (...words: string[]) => {
  const { code, out, complaint } = await template(...words);
  if (code !== 0) throw new Error(complaint);
  return run('kubectl', ['apply', '-n', namespace, '-f', '-'], out);
};

beforeAll(() => release.purge());
afterAll(() => release.purge());

describe('a release of helm', () => {
  test('in a namespace that it made is one under `restricted`', async () => {
    expect(await installed()).toEqual({ madeNamespace: true });
    const label = String.raw`jsonpath={.metadata.labels.pod-security\.kubernetes\.io/enforce}`;
    expect(await kubectl('get', 'namespace', namespace, '-o', label)).toBe('restricted');
    await send();
  });

  test('goes on with its volumes and passwords after it was uninstalled', async () => {
    const before = await passwords();
    const said = await uninstall(target, { data: false });
    expect(said.at(-1)).toContain(
      'skillstream cluster down -n skillstream-reinstall --release skillstream --data',
    );
    await installed();
    expect(await passwords()).toEqual(before);
    await isWhole();
  });

  test('is refused over a volume whose Secret is gone, and changes nothing', async () => {
    await uninstall(target, { data: false });
    const kept = JSON.parse(
      await kubectl('get', 'secret', 'skillstream-engines', '-n', namespace, '-o', 'json'),
    ) as { metadata: { resourceVersion?: string } };
    delete kept.metadata.resourceVersion;
    await kubectl('delete', 'secret', 'skillstream-engines', '-n', namespace);
    await expect(installed()).rejects.toThrow('data-skillstream-mongodb-0 was made with a password');
    expect(await keptSecretsOf(target)).toEqual([]);
    await mustRun(run, 'kubectl', ['create', '-f', '-'], JSON.stringify(kept));
    await installed();
    await isWhole();
  });

  test('is reached at another port of its gateway, and a Job prints a token that it takes', async () => {
    await installed('gateway.service.port=8088', 'tokens.enabled=true');
    const { address, close } = await forwardGateway(target, 0);
    try {
      await kubectl('create', 'job', 'token-1', '--from=cronjob/skillstream-token', '-n', namespace);
      await kubectl('wait', '--for=condition=complete', '--timeout=120s', 'job/token-1', '-n', namespace);
      const token = (await kubectl('logs', 'job/token-1', '-n', namespace)).trim();
      const posting = { source: 'token', sourceId: 'one', title: 'Developer', description: 'Kafka.' };
      const headers = { 'content-type': 'application/json' };
      const body = JSON.stringify(posting);
      const response = await fetch(
        `${address}/v1/postings`,
        await allowed({ method: 'POST', headers, body }, async () => token),
      );
      expect(response.status).toBe(202);
    } finally {
      close();
    }
  });

  test('leaves nothing with --data, also where it was uninstalled before', async () => {
    await uninstall(target, { data: false });
    expect(await claimsOf(target)).toHaveLength(3);
    await uninstall(target, { data: true });
    expect([...(await claimsOf(target)), ...(await keptSecretsOf(target))]).toEqual([]);
    await expect(uninstall(target, { data: true })).rejects.toThrow('there is no release');
  });

  test('changes nothing in a namespace of others: neither for values that are refused, nor its rules', async () => {
    await release.purge();
    await expect(installed('gateway.replica=3')).rejects.toThrow(/replica/);
    expect((await run('kubectl', ['get', 'namespace', namespace])).code).not.toBe(0);
    await kubectl('create', 'namespace', namespace);
    await kubectl('label', 'namespace', namespace, 'pod-security.kubernetes.io/enforce=baseline');
    expect(await installed()).toEqual({ madeNamespace: false });
    const labels = await kubectl('get', 'namespace', namespace, '-o', 'jsonpath={.metadata.labels}');
    expect(JSON.parse(labels)).toMatchObject({ 'pod-security.kubernetes.io/enforce': 'baseline' });
  });
});

describe('helm template with kubectl', () => {
  beforeAll(async () => {
    await release.purge();
    await kubectl('create', 'namespace', namespace);
    await mustRun(run, 'helm', ['dependency', 'update', chart]);
  });

  test('is refused where helm cannot look for the passwords', async () => {
    expect(await template()).toMatchObject({ code: 1 });
  });

  test('twice, with a look into the cluster, keeps passwords, numbers and pods', async () => {
    const looking = ['--dry-run=server', '--is-upgrade', '--skip-tests'];
    expect((await applied(...looking)).code).toBe(0);
    await release.ready();
    const before = await passwords();
    await send();
    expect((await applied(...looking)).code).toBe(0);
    expect(await passwords()).toEqual(before);
    await release.ready();
    await isWhole();
  });

  test('does not go into another namespace than it was rendered for', async () => {
    const { out } = await template('--set', 'engines.secret.withoutCluster=omit');
    const elsewhere = await run('kubectl', ['apply', '-n', 'default', '--dry-run=client', '-f', '-'], out);
    expect(elsewhere.code).not.toBe(0);
    expect(elsewhere.complaint).toContain('does not match the namespace');
  });

  test('twice, without a look, is refused by Kubernetes for the second Secret, and nothing is locked out', async () => {
    await release.purge();
    await kubectl('create', 'namespace', namespace);
    const blind = ['--set', 'engines.secret.withoutCluster=generate', '--skip-tests'];
    expect((await applied(...blind)).code).toBe(0);
    await release.ready();
    const before = await passwords();
    await send();
    const second = await applied(...blind);
    expect(second.code).not.toBe(0);
    expect(second.complaint).toContain('immutable');
    expect(await passwords()).toEqual(before);
    await until('all are ready', () => release.ready().then(() => true));
    await isWhole();
  });
});
