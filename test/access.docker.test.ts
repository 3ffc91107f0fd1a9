import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { until } from '@skillstream/async/testing';
import { ledger, readiness, verifyJob } from '@skillstream/contracts';
import { generateSample } from '../packages/cli/src/sample/index.ts';
import { managementPortOf, serviceSpecs } from '../packages/cli/src/platform/service-specs.ts';
import { createGuardedEngines, passwords } from './docker/guarded-engines.ts';
import { freePorts } from './platform/platform.ts';
import { sendAll } from './platform/send.ts';
import { createService, type Service } from './platform/service.ts';
import { allowed, localPublicKey } from './platform/token.ts';

const COUNT = 300;
const firstPort = await freePorts();
const url = `http://127.0.0.1:${firstPort}`;
const engines = createGuardedEngines(firstPort + 4);
const specs = serviceSpecs(engines.urls, firstPort, localPublicKey);
const services = specs.map((spec) =>
  createService(spec.name, { ...spec, env: { ...spec.env, ...engines.access } }, engines.folder),
);
// Only analytics speaks with all three engines.
const analytics = specs.find(({ name }) => name === 'analytics')!;
let lost: Service | null = null;

beforeAll(async () => {
  // Before their engines, as on a cluster: what a first connection knew, the next ones must know too.
  for (const service of services)
    service.start(service.name === 'tagging' ? { KAFKA_SASL_MECHANISM: 'plain' } : {});
  await until('ingestion has missed its engines', () =>
    services[0]!.logText().includes('mongo not reachable yet'),
  );
  await engines.start();
  await Promise.all(services.map((service) => service.ready()));
});
afterEach(async () => {
  await lost?.stop();
  lost = null;
});
afterAll(async () => {
  await Promise.all(services.map((service) => service.stop()));
  await engines.stop();
});

const wrong = 'wrong-secret-4';
const tellsNoPassword = (service: Service) => {
  for (const secret of [...Object.values(passwords), wrong]) expect(service.logText()).not.toContain(secret);
};
const get = async (path: string, init?: RequestInit) => (await fetch(url + path, init)).json();

test('through TLS and log-ins postings become numbers that a recount agrees with', async () => {
  const sample = [...generateSample({ seed: 11, count: COUNT, firstMonth: '2024-01' })];
  await sendAll(
    url,
    sample.map(({ posting }) => posting),
  );
  const { total } = await until('the ledger is balanced', async () => {
    const found = ledger.parse(await get('/v1/ledger'));
    return found.balanced && found.total.accepted === COUNT ? found : null;
  });
  expect(total).toMatchObject({ counted: COUNT, deadLettered: 0 });
  const { id } = verifyJob.parse(await get('/v1/verify', await allowed({ method: 'POST' })));
  const job = await until('the verification has ended', async () => {
    const found = verifyJob.parse(await get(`/v1/verify/${id}`));
    return found.state === 'running' ? null : found;
  });
  expect(job).toMatchObject({ state: 'done', differences: [], postings: COUNT });
  for (const service of services) tellsNoPassword(service);
});

const enginesOf = ['kafka', 'mongo', 'redis'] as const;
type Engine = (typeof enginesOf)[number];
const unknown = /self-signed certificate|unable to (verify|get)/i;
const without = (...names: string[]) => Object.fromEntries(names.map((name) => [name, undefined]));

test.each<[Engine, string, Record<string, string | undefined>, RegExp]>([
  ['kafka', 'a wrong password', { KAFKA_SASL_PASSWORD: wrong }, /authentication failed/i],
  [
    'kafka',
    'a wrong plain password',
    { KAFKA_SASL_MECHANISM: 'plain', KAFKA_SASL_PASSWORD: wrong },
    /authentication failed/i,
  ],
  [
    'kafka',
    'no log-in',
    without('KAFKA_SASL_MECHANISM', 'KAFKA_SASL_USERNAME', 'KAFKA_SASL_PASSWORD'),
    /log-in/,
  ],
  ['kafka', 'a mechanism that it lacks', { KAFKA_SASL_MECHANISM: 'scram-sha-256' }, /does not support/],
  ['kafka', 'a foreign authority', { KAFKA_TLS_CA_FILE: engines.otherCa }, unknown],
  ['kafka', 'no TLS', { KAFKA_TLS: 'false', ...without('KAFKA_TLS_CA_FILE') }, /TLS/],
  ['mongo', 'a wrong password', { MONGO_PASSWORD: wrong }, /authentication failed/i],
  ['mongo', 'no log-in', without('MONGO_USERNAME', 'MONGO_PASSWORD'), /requires authentication/],
  ['mongo', 'a foreign authority', { MONGO_TLS_CA_FILE: engines.otherCa }, unknown],
  ['mongo', 'no TLS', { MONGO_TLS: 'false', ...without('MONGO_TLS_CA_FILE') }, /TLS/],
  ['redis', 'a wrong password', { REDIS_PASSWORD: wrong }, /WRONGPASS/],
  ['redis', 'no log-in', without('REDIS_USERNAME', 'REDIS_PASSWORD'), /NOAUTH/],
  ['redis', 'a foreign authority', { REDIS_TLS_CA_FILE: engines.otherCa }, unknown],
  ['redis', 'no TLS', { REDIS_TLS: 'false', ...without('REDIS_TLS_CA_FILE') }, /TLS/],
])(
  '%s, %s: the service stays, says why it is not ready, and logs no password',
  async (engine, fault, change, reason) => {
    const port = firstPort + 7;
    const ports = { PORT: String(port), MANAGEMENT_PORT: String(managementPortOf(port)) };
    const env = { ...analytics.env, ...engines.access, ...change, ...ports } as Record<string, string>;
    lost = createService(`lost to ${engine} by ${fault}`, { ...analytics, port, env }, engines.folder);
    lost.start();
    const { status, checks } = await until(
      `readiness knows that ${engine} refuses, and that the others do not`,
      async () => {
        const response = await fetch(`${lost!.url}/readyz`);
        const state = { status: response.status, ...readiness.parse(await response.json()) };
        const open = enginesOf.filter((name) => !state.checks[name]?.ok);
        if (open.join() === engine && reason.test(state.checks[engine]!.detail ?? '')) return state;
        throw new Error(JSON.stringify(state));
      },
    );
    process.stdout.write(`${engine}, ${fault}: ${checks[engine]!.detail}\n`);
    expect(status).toBe(503);
    expect(lost.running()).toBe(true);
    expect((await fetch(`${lost.url}/healthz`)).status).toBe(200);
    tellsNoPassword(lost);
  },
);
