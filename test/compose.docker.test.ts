import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ledger, scopeNames, verifyJob } from '@skillstream/contracts';
import { until } from '@skillstream/runtime/testing';
import { generateSample } from '../packages/cli/src/sample/index.ts';
import { buildImages, dockerWith } from './docker/docker.ts';
import { sendAll } from './platform/send.ts';
import { allowed } from './platform/token.ts';

// The whole platform from docker/compose.yaml, under a project name of its own, at a port that is free.
const docker = dockerWith({ SKILLSTREAM_PORT: '0' });
const compose = (...args: string[]) =>
  docker('compose', '-p', 'skillstream-test', '-f', 'docker/compose.yaml', ...args);
let url = '';
let tokens = async (): Promise<string | null> => null;
const signed = (...words: string[]) => compose('run', '--rm', 'token', ...words);
beforeAll(async () => {
  await buildImages();
  await compose('up', '-d', '--wait');
  url = `http://127.0.0.1:${(await compose('port', 'gateway', '8080')).split(':').at(-1)}`;
  const token = await signed('--scope', scopeNames.join(' '));
  tokens = async () => token;
});
afterAll(async () => {
  await compose('down', '-v', '--timeout', '20');
});

const get = async (path: string, init?: RequestInit) => (await fetch(url + path, init)).json();

test('compose brings the whole platform up healthy, and postings become numbers that a recount agrees with', async () => {
  const postings = [...generateSample({ seed: 7, count: 300, firstMonth: '2024-01' })].map(
    ({ posting }) => posting,
  );
  await sendAll(url, postings, tokens);
  const { total } = await until('the ledger is balanced', async () => {
    const found = ledger.parse(await get('/v1/ledger'));
    return found.balanced && found.total.accepted === 300 ? found : null;
  });
  expect(total).toMatchObject({ counted: 300, deadLettered: 0 });
  const { id } = verifyJob.parse(await get('/v1/verify', await allowed({ method: 'POST' }, tokens)));
  const job = await until('the verification has ended', async () => {
    const found = verifyJob.parse(await get(`/v1/verify/${id}`));
    return found.state === 'running' ? null : found;
  });
  expect(job).toMatchObject({ state: 'done', differences: [], postings: 300 });
});

test('what changes something takes a token that is good for it', async () => {
  const status = async (init: RequestInit) => (await fetch(`${url}/v1/verify`, init)).status;
  expect(await status({ method: 'POST' })).toBe(401);
  const narrow = await signed('--scope', 'postings:write');
  expect(await status(await allowed({ method: 'POST' }, async () => narrow))).toBe(403);
});

test('the key that signs is in no service, and outlives them all', async () => {
  const look =
    "const f = require('node:fs'); process.stdout.write(String(f.readdirSync('/run').concat(f.readdirSync('/run/demo'))))";
  for (const service of ['ingestion', 'tagging', 'analytics', 'gateway']) {
    const found = await compose('exec', '-T', service, '/nodejs/bin/node', '-e', look);
    expect(found).toContain('public-key.pem');
    expect(found).not.toContain('signing');
  }
  await compose('up', '-d', '--wait', '--force-recreate', 'demo-key', 'gateway');
  url = `http://127.0.0.1:${(await compose('port', 'gateway', '8080')).split(':').at(-1)}`;
  await until('the token of before is taken', async () => {
    const { status } = await fetch(`${url}/v1/verify`, await allowed({ method: 'POST' }, tokens));
    return status < 300;
  });
});
