import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { generateSample } from '../../packages/cli/src/sample/index.ts';
import { sendAll } from '../platform/send.ts';
import { localPublicKey, localTokens } from '../platform/token.ts';
import {
  askRelease,
  createClusterRelease,
  imageTag,
  nextImageTag,
  type ReleaseQueries,
} from './cluster-platform.ts';
import { figure, secondsSince } from './figures.ts';
import { helm, kubectl } from './kubectl.ts';
import { startLoad } from './load-pod.ts';

// Changes of a running release: from the chart before this one, to other values and images, and back.
const run = promisify(execFile);
const release = createClusterRelease('skillstream-upgrade');
const { namespace } = release;
const SENT = 600;
const services = ['gateway', 'ingestion', 'tagging', 'analytics'];
let queries: ReleaseQueries;
let before = '';

/** The charts as the last commit left them that changed them before the newest one. */
const checkOutPreviousCharts = async (): Promise<string> => {
  const { stdout } = await run('git', ['log', '--format=%H', '-n', '2', '--', 'charts']);
  const commit = stdout.trim().split('\n').at(-1)!;
  const folder = await mkdtemp(join(tmpdir(), 'skillstream-charts-'));
  await run('bash', ['-c', `git archive ${commit} charts | tar -x -C '${folder}'`]);
  figure(`the chart of before is that of commit ${commit.slice(0, 7)}`);
  return folder;
};

const imagesOf = (services: string[]) =>
  Promise.all(
    services.map((name) => {
      const path = '-o=jsonpath={.spec.template.spec.containers[0].image}';
      return kubectl('get', 'deployment', `${release.release}-${name}`, '-n', namespace, path);
    }),
  );

// The chart of before may know nothing of tokens, while its images, which are those of now, do.
const knowsTokens = () => existsSync(join(before, 'charts/common/templates/_auth.tpl'));
const takesLocalTokens = () =>
  services.flatMap((name) => [
    '--set-json',
    `${name}.extraEnv=${JSON.stringify([{ name: 'AUTH_DEMO_PUBLIC_KEY', value: localPublicKey }])}`,
  ]);

/** What charts before the demo key left in its place. */
const keepRandomText = () => {
  const data = {
    'demo-signing-key': Buffer.from('a'.repeat(64)).toString('base64'),
    'demo-certificate': null,
  };
  const patch = JSON.stringify({ data });
  return kubectl(
    'patch',
    'secret',
    `${release.release}-engines`,
    '-n',
    namespace,
    '--type=merge',
    '-p',
    patch,
  );
};

beforeAll(async () => {
  await release.purge();
  before = await checkOutPreviousCharts();
  const chart = join(before, 'charts/skillstream');
  await kubectl('create', 'namespace', namespace);
  const words = ['-n', namespace, '--dependency-update', '--set', `global.image.tag=${imageTag}`];
  await helm('install', release.release, chart, ...words, ...(knowsTokens() ? [] : takesLocalTokens()));
  await release.ready();
  const asking = await askRelease(release, knowsTokens() ? null : localTokens);
  await sendAll(
    asking.url,
    [...generateSample({ seed: 11, count: SENT, firstMonth: '2024-01' })].map(({ posting }) => posting),
    asking.tokens,
  );
  await asking.settled();
  await asking.stop();
  await keepRandomText();
});
afterAll(async () => {
  await queries?.stop();
  await rm(before, { recursive: true, force: true });
  await release.purge();
});

test('an upgrade from the chart of before keeps every posting and every number', async () => {
  const startedMs = performance.now();
  await release.install();
  await release.ready();
  figure(`upgrade from the chart of before: ${secondsSince(startedMs)} s`);
  // By the key that it made in place of the random text; pods that had another one before keep it until they end.
  if (knowsTokens()) {
    await kubectl('rollout', 'restart', 'deployment', '-n', namespace);
    await release.ready();
  }
  queries = await askRelease(release);
  const { total } = await queries.settled();
  expect(total).toMatchObject({ accepted: SENT, counted: SENT });
  expect(await queries.verify()).toMatchObject({ state: 'done', differences: [], postings: SENT });
});

test('a rolling upgrade that turns traces on, and its rollback, fail no request and lose nothing under load', async () => {
  const startedMs = performance.now();
  const ended = await startLoad(namespace, queries.tokens, {
    name: 'rolling',
    senders: 4,
    retry: false,
  });
  // Nobody takes the traces there, which is nothing that work waits for.
  const sets = [
    `global.image.tag=${nextImageTag}`,
    'global.tracing.endpoint=http://collector.nowhere:4318',
    ...services.map((name) => `${name}.logLevel=warn`),
  ];
  await release.install(...sets);
  await release.ready();
  figure(`rolling upgrade of four services to images ${nextImageTag}: ${secondsSince(startedMs)} s`);
  expect(await imagesOf(services)).toEqual(services.map((name) => `skillstream/${name}:${nextImageTag}`));
  const rolledMs = performance.now();
  await helm('rollback', release.release, '-n', namespace);
  await release.ready();
  figure(`rollback under load: ${secondsSince(rolledMs)} s`);
  const result = await ended();
  figure(
    `${result.sent} postings sent meanwhile, ${result.failures.length} failed, slowest ${result.slowestMs} ms`,
  );
  expect(result.failures).toEqual([]);
  expect(result.accepted).toBe(result.sent);
  const { total } = await queries.settled();
  expect(total).toMatchObject({ accepted: SENT + result.sent, counted: SENT + result.sent });
  expect((await queries.verify()).differences).toEqual([]);
});
