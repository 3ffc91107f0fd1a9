import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { until } from '@skillstream/async/testing';
import {
  ledger,
  postingsReceived,
  postingsTagged,
  verifyJob,
  type Ledger,
  type VerifyJob,
} from '@skillstream/contracts';
import { startEngines, type EngineUrls } from '@skillstream/engines';
import { isPortInUse } from '../../packages/cli/src/platform/ports.ts';
import {
  managementPortOf,
  serviceSpecs,
  type ServiceName,
} from '../../packages/cli/src/platform/service-specs.ts';
import { createPortReservations } from '../../packages/engines/src/port-reservations.ts';
import { logFaults } from './log-faults.ts';
import { readLogs as readLogsOf, type LogEntry } from './read-log.ts';
import { createService, type Service } from './service.ts';
import { allowed, localPublicKey, localTokens } from './token.ts';

const reservations = createPortReservations();
process.once('exit', reservations.release);

/** Ten for services, and as many for their management. */
const IN_A_ROW = 20;

/**
 * The first of twenty ports in a row that nothing listens on: below the engines' ports and below the system's
 * ephemeral ones, else a connection of another test may take one between the look and the listening. Each of jest's
 * workers has a range of its own, since some of them are taken only later; and all are reserved, since other
 * suites may run beside this one.
 */
export const freePorts = async (): Promise<number> => {
  const range = Number(process.env['JEST_WORKER_ID'] ?? 1) % 4;
  for (;;) {
    const first = 10_000 + range * 2_500 + Math.floor(Math.random() * 2_480);
    const ports = Array.from({ length: IN_A_ROW }, (_, i) => first + i);
    const taken = await Promise.all(ports.map(isPortInUse));
    if (!taken.includes(true) && ports.every((port) => reservations.take(port))) return first;
  }
};

const getJson = async (url: string, init?: RequestInit): Promise<unknown> => {
  const request = await allowed({ signal: AbortSignal.timeout(60_000), ...init });
  const response = await fetch(url, request);
  if (!response.ok) throw new Error(`${url}: ${response.status} ${await response.text()}`);
  return response.json();
};

type MoreEnv = Record<string, string> | ((name: ServiceName) => Record<string, string>);

/**
 * The whole platform with engines of its own, so that a test may kill, pause and restart any part of it.
 * @param moreEnv variables for each service, beside its own; or what gives them by its name
 * @param kafkaBrokers a Kafka of the test, which ends it after the platform; absent: one broker of the platform's own
 * @param standBefore what a test puts between the services and the engines, which it ends after the platform
 */
export const startPlatform = async (
  moreEnv: MoreEnv = {},
  kafkaBrokers?: string[],
  standBefore: (urls: EngineUrls) => Promise<EngineUrls> = async (urls) => urls,
) => {
  const engines = await startEngines({
    provider: 'java',
    ...(kafkaBrokers && { only: ['mongo', 'redis'] as const }),
  });
  const urls = await standBefore({ ...engines.urls, ...(kafkaBrokers && { kafkaBrokers }) });
  const platform = await startServices(urls, moreEnv);
  const stop = async () => {
    await platform.stop();
    await engines.stop();
  };
  return { ...platform, engines, stop };
};

/**
 * The services over engines of the caller, who ends these after them.
 * @param moreEnv as above
 * @param entryOf the file that a service is started with, where it is not the project's own
 */
export const startServices = async (
  urls: EngineUrls,
  moreEnv: MoreEnv = {},
  entryOf?: (name: ServiceName) => string,
) => {
  const folder = mkdtempSync(join(tmpdir(), 'skillstream-e2e-'));
  const gatewayPort = await freePorts();
  const specs = Object.fromEntries(
    serviceSpecs(urls, gatewayPort, localPublicKey).map((spec) => [spec.name, spec]),
  );
  const services = new Map<string, Service>();
  const envOf = (name: ServiceName) => (typeof moreEnv === 'function' ? moreEnv(name) : moreEnv);
  const replicaOf = (name: ServiceName, replica: number): Service => {
    const spec = specs[name]!;
    const port = replica === 1 ? spec.port : gatewayPort + services.size;
    const label = replica === 1 ? name : `${name}-${replica}`;
    const env = envOf(name);
    const ports = { PORT: String(port), MANAGEMENT_PORT: String(managementPortOf(port)) };
    const entry = entryOf?.(name) ?? spec.entry;
    const found =
      services.get(label) ??
      createService(label, { ...spec, entry, port, env: { ...spec.env, ...env, ...ports } }, folder);
    services.set(label, found);
    return found;
  };
  for (const name of ['ingestion', 'tagging', 'analytics', 'gateway'] as const) replicaOf(name, 1).start();
  await Promise.all([...services.values()].map((service) => service.ready()));
  const url = services.get('gateway')!.url;
  const prefix = envOf('ingestion')['KAFKA_PREFIX'];
  /** What is committed in postings.received and postings.tagged. */
  const readLogs = () =>
    until(
      'the logs are read',
      async () =>
        (await readLogsOf(urls.kafkaBrokers, [postingsReceived.name, postingsTagged.name], prefix)) as [
          LogEntry[],
          LogEntry[],
        ],
    );
  return {
    urls,
    url,
    tokens: localTokens,
    service: (name: ServiceName, replica = 1) => replicaOf(name, replica),
    logLines: async (name: ServiceName) => replicaOf(name, 1).logLines(),
    get: (path: string) => getJson(`${url}${path}`),
    ledger: async (): Promise<Ledger> => ledger.parse(await getJson(`${url}/v1/ledger`)),
    /** Waits until nothing moves, nor waits to be linked, and all that was accepted is counted or dead-lettered. */
    settled: (limitMs?: number, everyMs?: number): Promise<Ledger> =>
      until(
        'the ledger is balanced',
        async () => {
          const found = ledger.parse(await getJson(`${url}/v1/ledger`));
          return found.balanced && !found.linking ? found : Promise.reject(new Error(JSON.stringify(found)));
        },
        limitMs,
        everyMs,
      ),
    readLogs,
    /** What is wrong with the order and the number of events in the logs. */
    logFaults: async (): Promise<string[]> => logFaults(...(await readLogs())),
    /** Runs a verification to its end. */
    verify: async (): Promise<VerifyJob> => {
      const { id } = verifyJob.parse(await getJson(`${url}/v1/verify`, { method: 'POST' }));
      return until('the verification has ended', async () => {
        const job = verifyJob.parse(await getJson(`${url}/v1/verify/${id}`));
        return job.state === 'running' ? null : job;
      });
    },
    stop: async () => {
      await Promise.all([...services.values()].map((service) => service.stop()));
      if (!process.env['SKILLSTREAM_KEEP_LOGS']) rmSync(folder, { recursive: true, force: true });
    },
  };
};

export type Platform = Awaited<ReturnType<typeof startPlatform>>;
export type Services = Awaited<ReturnType<typeof startServices>>;
