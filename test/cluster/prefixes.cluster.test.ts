import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { until } from '@skillstream/async/testing';
import { install } from '../../packages/cli/src/cluster/install.ts';
import { runTool } from '../../packages/cli/src/cluster/run-tool.ts';
import { waitUntilAllReady } from '../../packages/cli/src/cluster/watch.ts';
import { createClusterRelease, imageTag } from './cluster-platform.ts';
import { helm, kubectl } from './kubectl.ts';
import { secondRelease } from './second-release.ts';

// Two releases on the engines of the first: one Kafka, one MongoDB and one Valkey.
const { namespace, purge } = createClusterRelease('skillstream-prefixes');
const folder = mkdtempSync(join(tmpdir(), 'skillstream-prefixes-'));
const small = { ingestion: { replicas: 1 }, gateway: { replicas: 1 } };
// The engines let in the pods of their own release alone.
const open = { networkPolicy: { enabled: false } };

const installAs = async (release: string, values: object) => {
  const file = join(folder, `${release}.json`);
  writeFileSync(file, JSON.stringify(values));
  await install({ run: runTool, namespace, release }, { tag: imageTag, values: [file], sets: [] });
};
const ready = (release: string) =>
  waitUntilAllReady({ run: runTool, namespace, release }, () => undefined, 480_000);

beforeAll(purge);
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await purge();
});

test('two releases on the engines of one become ready, and each counts its own postings', async () => {
  await installAs('first', { ...small, global: { ...open, kafka: { prefix: 'one.' } } });
  await ready('first');
  await installAs('second', secondRelease({ engines: 'first', prefix: 'two.', small, open }));
  await ready('second');
  // Both send postings of the same ids.
  for (const release of ['first', 'second'])
    expect(await helm('test', release, '-n', namespace)).toContain('Succeeded');
});

test('an upgrade to another prefix says why it waits, and set back it goes on', async () => {
  await installAs('second', secondRelease({ engines: 'first', prefix: 'three.', small, open }));
  await until('ingestion says why', async () => {
    const log = await kubectl(
      ...['logs', '-n', namespace, '-l', 'app.kubernetes.io/instance=second', '--tail=-1'],
      ...['--prefix=false', '--max-log-requests=20'],
    );
    return log.includes('but the database second_ingestion is of');
  });
  await installAs('second', secondRelease({ engines: 'first', prefix: 'two.', small, open }));
  await ready('second');
  expect(await helm('test', 'second', '-n', namespace)).toContain('Succeeded');
});
