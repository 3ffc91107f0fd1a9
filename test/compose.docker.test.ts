import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { until } from '@skillstream/async/testing';
import { groups, kafkaAcls, ledger, scopeNames, verifyJob } from '@skillstream/contracts';
import { generateSample } from '../packages/cli/src/sample/index.ts';
import { askStore } from '../packages/cli/src/trace/ask-store.ts';
import { traceText } from '../packages/cli/src/trace/trace-text.ts';
import { buildImages, dockerLogs, dockerWith } from './docker/docker.ts';
import { debugResults, expectTaken } from './platform/debug-results.ts';
import { linesOf, ONE_POSTING } from './platform/one-posting-trace.ts';
import { runCommand } from './platform/run-command.ts';
import { sendAll } from './platform/send.ts';
import { allowed } from './platform/token.ts';

// The whole platform from docker/compose.yaml, under a project name of its own, at a port that is free.
// Its traces go to a collector that is not there yet: nobody waits for it.
const TRACED = { SKILLSTREAM_OTLP_ENDPOINT: 'http://collector:4318' };
const docker = dockerWith({ SKILLSTREAM_PORT: '0', ...TRACED });
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
  await compose('--profile', '*', 'down', '-v', '--timeout', '20');
});

const get = async (path: string, init?: RequestInit) => (await fetch(url + path, init)).json();

/**
 * Runs something while a service does not respond, its connections still open. On cgroup v1 an engine may be unable to
 * freeze a process that is busy, and lets it go on: it is asked again.
 */
const whilePaused = async (service: string, run: () => Promise<unknown>) => {
  await until(`${service} is paused`, async () => {
    await compose('pause', service);
    return true;
  });
  try {
    await run();
  } finally {
    await compose('unpause', service);
  }
};

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

test('one posting is one trace, through a real collector, as skillstream trace shows it', async () => {
  const traced = dockerWith({ SKILLSTREAM_PORT: '0', SKILLSTREAM_JAEGER_PORT: '0', ...TRACED });
  const files = ['docker/compose.yaml', 'test/docker/trace-store.compose.yaml'].flatMap((file) => [
    '-f',
    file,
  ]);
  const profile = (...words: string[]) =>
    traced('compose', '-p', 'skillstream-test', ...files, '--profile', 'observability', ...words);
  await profile('up', '-d', '--wait', '--no-recreate', 'collector', 'jaeger');
  const store = `http://127.0.0.1:${(await profile('port', 'jaeger', '16686')).split(':').at(-1)}`;
  const posting = {
    source: 'traces',
    sourceId: 'one',
    title: 'Backend Engineer',
    description: 'Kafka and Go.',
  };
  const headers = { 'content-type': 'application/json' };
  const request = { method: 'POST', headers, body: JSON.stringify(posting) };
  const response = await fetch(`${url}/v1/postings`, await allowed(request, tokens));
  expect(response.status).toBe(202);
  const traceId = response.headers.get('trace-id')!;
  const expected = ONE_POSTING.map((line) => line.replace(/ \(\w+\)/, ''));
  const spans = await until('the trace is whole', async () => {
    const found = await askStore(store, traceId);
    if (!('spans' in found)) throw new Error(JSON.stringify(found));
    const lines = linesOf(found.spans);
    return expected.every((line) => lines.includes(line)) ? found.spans : null;
  });
  expect(linesOf(spans)).toEqual(expected);
  expect(traceText(traceId, spans)).toContain('waited in the outbox');
});

test.each(debugResults)(
  'skillstream debug --compose looks into a container, whose port is not published: $words',
  async ({ words, ...expected }) => {
    const folder = mkdtempSync(join(tmpdir(), 'skillstream-compose-'));
    const file = join(folder, 'taken');
    const env = { COMPOSE_PROJECT_NAME: 'skillstream-test', SKILLSTREAM_TOKEN: (await tokens())! };
    try {
      const ended = await runCommand(['debug', 'analytics', '--compose', ...words, '-o', file], env);
      expectTaken(ended, file, { words, ...expected });
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
);

test('the profile of the load generator sends at its rate, says when it cannot, and ends on SIGTERM', async () => {
  const accepted = async () => ledger.parse(await get('/v1/ledger')).total.accepted;
  const before = await accepted();
  // Postings of another seed than those above.
  const load = dockerWith({
    SKILLSTREAM_PORT: '0',
    SKILLSTREAM_RATE: '20',
    SKILLSTREAM_SEED: '4242',
    ...TRACED,
  });
  const loaded = (...words: string[]) =>
    load('compose', '-p', 'skillstream-test', '-f', 'docker/compose.yaml', '--profile', 'generate', ...words);
  await loaded('up', '-d', '--no-recreate', 'generate');
  const id = await loaded('ps', '-q', 'generate');
  await until('postings come in', async () => (await accepted()) > before + 40);
  // A gateway that does not respond: postings go on to be due.
  await whilePaused('gateway', () =>
    until('it says so', async () => (await dockerLogs(id)).includes('cannot keep the rate: ')),
  );
  await until('the rate is kept again', async () =>
    (await dockerLogs(id)).includes('the rate is kept again'),
  );
  await loaded('stop', '--timeout', '60', 'generate');
  expect((await dockerLogs(id)).match(/^accepted ([\d,]+) · unchanged 0 · rejected 0/m)).not.toBeNull();
  const { total } = await until('what was sent is counted', async () => {
    const found = ledger.parse(await get('/v1/ledger'));
    return found.balanced && found;
  });
  expect(total.counted).toBe(total.accepted);
  expect(total.deadLettered).toBe(0);
});

test('the profile of observability reads every service, knows the lag of each group, and sees one that hangs', async () => {
  const observed = dockerWith({ SKILLSTREAM_PORT: '0', SKILLSTREAM_PROMETHEUS_PORT: '0', ...TRACED });
  const profile = (...words: string[]) =>
    observed(
      'compose',
      '-p',
      'skillstream-test',
      '-f',
      'docker/compose.yaml',
      '--profile',
      'observability',
      ...words,
    );
  // Grafana needs an image that not every machine can pull: its files are looked at in a test without Docker.
  await profile('up', '-d', '--wait', '--no-recreate', 'prometheus');
  const address = `http://127.0.0.1:${(await profile('port', 'prometheus', '9090')).split(':').at(-1)}`;
  const ask = async (query: string) => {
    const response = await fetch(`${address}/api/v1/query?${new URLSearchParams({ query }).toString()}`);
    const { data } = (await response.json()) as {
      data: { result: { metric: Record<string, string>; value: [number, string] }[] };
    };
    return data.result.map(({ metric, value }) => ({ ...metric, value: Number(value[1]) }));
  };
  const reachable = async () =>
    (await ask('up{job="skillstream"} == 1')).map((one) => (one as { service?: string }).service).sort();
  const all = ['analytics', 'gateway', 'ingestion', 'tagging'];
  await until('every service is read', async () => String(await reachable()) === String(all));
  const lags = await until('the lag of each group is known', async () => {
    const found = await ask('max by (group) (skillstream_consumer_lag_seconds)');
    return found.length === 3 && found;
  });
  expect(lags.map((one) => (one as { group?: string }).group).sort()).toEqual(Object.values(groups).sort());
  const rules = (await (await fetch(`${address}/api/v1/rules`)).json()) as {
    data: { groups: { rules: { health: string; lastError?: string }[] }[] };
  };
  const loaded = rules.data.groups.flatMap((group) => group.rules);
  expect(loaded.length).toBeGreaterThan(0);
  expect(loaded.filter(({ health }) => health === 'err')).toEqual([]);
  await whilePaused('analytics', () =>
    until(
      'the one that hangs is missed',
      async () => String(await reachable()) === String(all.filter((name) => name !== 'analytics')),
    ),
  );
  await until('it is read again', async () => String(await reachable()) === String(all));
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

test('each engine refuses a service what is not its own', async () => {
  const asService = (service: string, program: string) =>
    compose('exec', '-T', service, '/nodejs/bin/node', '--input-type=module', '-e', program);
  // The gateway's own log-in, by the library and the files that it has.
  const redis = (user: string, ...command: string[]) =>
    asService(
      user,
      `import { readFileSync } from 'node:fs';
       import { Redis } from '/app/node_modules/ioredis/built/index.js';
       const password = readFileSync('/run/passwords/redis', 'utf8');
       const redis = new Redis({ host: 'valkey', username: '${user}', password });
       const said = await redis.call(...${JSON.stringify(command)}).then(() => 'done', String);
       process.stdout.write(said);
       redis.disconnect();`,
    );
  expect(await redis('analytics', 'HGET', '{0}:v3.0:state', '@position')).toBe('done');
  expect(await redis('gateway', 'HGET', '{0}:v3.0:state', '@position')).toContain('NOPERM');
  expect(await redis('gateway', 'DEL', 'skillstream:live:v1')).toContain('NOPERM');
  expect(await redis('gateway', 'XREVRANGE', 'skillstream:live:v1', '+', '-', 'COUNT', '1')).toBe('done');
  for (const user of ['gateway', 'analytics']) expect(await redis(user, 'FLUSHALL')).toContain('NOPERM');
  const acls = await compose(
    ...[
      'exec',
      '-T',
      'kafka',
      '/opt/kafka/bin/kafka-acls.sh',
      '--bootstrap-server',
      'localhost:9094',
      '--list',
    ],
  );
  for (const { user, name } of kafkaAcls()) {
    expect(acls).toContain(`principal=User:${user},`);
    expect(acls).toContain(`name=${name},`);
  }
  const write = `
    import { readFileSync } from 'node:fs';
    import kafkajs from '/app/node_modules/kafkajs/index.js';
    const password = readFileSync('/run/passwords/kafka', 'utf8');
    const sasl = { mechanism: 'plain', username: 'tagging', password };
    const kafka = new kafkajs.Kafka({ brokers: ['kafka:9092'], sasl, logLevel: kafkajs.logLevel.NOTHING });
    const producer = kafka.producer({ allowAutoTopicCreation: false });
    await producer.connect();
    const sent = producer.send({ topic: 'postings.received.v1', messages: [{ value: 'x' }] });
    process.stdout.write(await sent.then(() => 'done', String));
    await producer.disconnect();`;
  expect(await asService('tagging', write)).toMatch(/not authorized/i);
});

test('an engine is out of reach of whoever has no use for it', async () => {
  const open = (service: string, host: string, port: number) =>
    compose(
      ...['exec', '-T', service, '/nodejs/bin/node', '-e'],
      `require('node:net').connect({ host: '${host}', port: ${port}, timeout: 3000 })
        .on('connect', () => { process.stdout.write('open'); process.exit(); })
        .on('timeout', () => process.exit()).on('error', () => process.exit())`,
    );
  expect(await open('analytics', 'mongo', 27017)).toBe('open');
  for (const [service, host, port] of [
    ['gateway', 'kafka', 9092],
    ['gateway', 'mongo', 27017],
    ['tagging', 'mongo', 27017],
    // Its own listeners are its own.
    ['tagging', 'kafka', 9093],
    ['tagging', 'kafka', 9094],
  ] as const)
    expect(await open(service, host, port)).toBe('');
});
