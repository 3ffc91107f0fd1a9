// Upgrades a platform with data, under load, from another checkout to this one and back, replica by replica:
// `npm run test:upgrade -- --from FOLDER [--count 3000]`. Exits 1 when anything was lost or miscounted.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { until } from '@skillstream/async/testing';
import { postingsReceived, postingsTagged, type PostingInput } from '@skillstream/contracts';
import { managementPortOf } from '../../packages/cli/src/platform/service-specs.ts';
import { generateSample } from '../../packages/cli/src/sample/index.ts';
import { logFaults } from '../platform/log-faults.ts';
import { freePorts } from '../platform/platform.ts';
import { readLogs } from '../platform/read-log.ts';
import { sendAll } from '../platform/send.ts';
import { createService, type Service } from '../platform/service.ts';
import { allowed, localPublicKey } from '../platform/token.ts';
import { scriptArgs, scriptNumber } from '../scripts/script-args.ts';
import { loadTree, type Tree } from './tree.ts';

const { from, count } = scriptArgs(
  {
    usage: 'usage: npm run test:upgrade -- --from FOLDER [--count 3000]',
    options: { from: { type: 'string' }, count: { type: 'string', default: '3000' } },
  },
  ({ values }) => {
    if (!values.from) throw new Error('--from is missing');
    return { from: values.from, count: scriptNumber('--count', values.count) };
  },
);
const say = (line: string) => process.stdout.write(`${line}\n`);

const before = await loadTree(from);
const now = await loadTree(join(import.meta.dirname, '../..'));
const folder = mkdtempSync(join(tmpdir(), 'skillstream-upgrade-'));
const engines = await now.startEngines({ provider: 'java' });
const gatewayPort = await freePorts();
const url = `http://127.0.0.1:${gatewayPort}`;
let started = 0;

/** One replica of a service of a checkout; a second one of it has a port of its own. */
const start = async (tree: Tree, name: string, second = false): Promise<Service> => {
  const spec = tree.serviceSpecs(engines.urls, gatewayPort, localPublicKey).find((one) => one.name === name)!;
  started += 1;
  const port = second ? gatewayPort + 4 + (started % 6) : spec.port;
  const env = { ...spec.env, PORT: String(port), MANAGEMENT_PORT: String(managementPortOf(port)) };
  const service = createService(`${name}-${started}`, { ...spec, port, env }, folder);
  service.start();
  await service.ready();
  return service;
};

const ask = async (path: string, init: RequestInit = {}) => {
  const response = await fetch(
    `${url}${path}`,
    await allowed({ signal: AbortSignal.timeout(20_000), ...init }),
  );
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  return (await response.json()) as Record<string, unknown>;
};

let seed = 500;
let sent = 0;
/** New postings, and a third of the last ones in a new version. */
const batch = (last: PostingInput[]) => {
  seed += 1;
  const fresh = [...generateSample({ seed, count: 60, firstMonth: '2024-01' })].map(({ posting }) => posting);
  sent += fresh.length;
  const changed = last
    .slice(0, 20)
    .map((one) => ({ ...one, description: `${one.description} Changed in ${seed}.` }));
  return { fresh, all: [...fresh, ...changed] };
};

/** Sends for as long as something happens. */
const underLoad = async (happen: () => Promise<void>) => {
  let over = false;
  const sender = async () => {
    let last: PostingInput[] = [];
    while (!over) {
      const { fresh, all } = batch(last);
      await sendAll(url, all);
      last = fresh;
    }
  };
  const senders = Promise.all([sender(), sender()]);
  try {
    await happen();
  } finally {
    over = true;
  }
  await senders;
};

const topics = [postingsReceived.name, postingsTagged.name];
const faults: string[] = [];
/** Waits until nothing moves; then everything sent is counted, a recount agrees, and the logs are in order. */
const check = async (phase: string) => {
  const ledger = await until(
    `the ledger is balanced ${phase}`,
    async () => {
      const found = await ask('/v1/ledger');
      return found['balanced'] ? found : Promise.reject(new Error(JSON.stringify(found)));
    },
    300_000,
  );
  const total = ledger['total'] as { accepted: number; counted: number };
  if (total.accepted !== sent || total.counted !== sent)
    faults.push(`${phase}: ${sent} sent, ${total.accepted} accepted, ${total.counted} counted`);
  const { id } = await ask('/v1/verify', { method: 'POST' });
  const job = await until(
    'verified',
    async () => {
      const found = await ask(`/v1/verify/${String(id)}`);
      return found['state'] === 'running' ? null : found;
    },
    300_000,
  );
  if (job['state'] !== 'done' || job['differenceCount'] !== 0)
    faults.push(`${phase}: verify: ${JSON.stringify(job).slice(0, 2000)}`);
  const [received, tagged] = await readLogs(engines.urls.kafkaBrokers, topics);
  const inLogs = logFaults(received!, tagged!);
  faults.push(...inLogs.slice(0, 20).map((one) => `${phase}: ${one}`));
  say(
    `${phase}: ${sent} sent, ${total.accepted} accepted, ${total.counted} counted, ` +
      `${String(job['numbersCompared'])} numbers verified with ${String(job['differenceCount'])} differences, ` +
      `${inLogs.length} faults of order or number in the logs`,
  );
};

const names = ['tagging', 'analytics', 'ingestion', 'gateway'];
const running = new Map<string, Service>();
/** As a rolling update does: a new replica beside the old one, the old one stopped, then the new one in its place. */
const replaceAll = async (tree: Tree) => {
  for (const name of names) {
    const beside = await start(tree, name, true);
    await running.get(name)!.stop();
    running.set(name, await start(tree, name));
    await beside.stop();
    say(`  ${name} replaced, ${sent} postings sent by now`);
  }
};

try {
  await Promise.all(names.map(async (name) => running.set(name, await start(before, name))));
  await underLoad(() => until('postings are there', () => sent >= count, 600_000).then(() => undefined));
  await check('before');
  await underLoad(() => replaceAll(now));
  await check('upgraded');
  await underLoad(() => replaceAll(before));
  await check('back');
  await underLoad(() => replaceAll(now));
  await check('upgraded again');
} finally {
  await Promise.all([...running.values()].map((service) => service.stop()));
  await engines.stop();
  if (!process.env['SKILLSTREAM_KEEP_LOGS']) rmSync(folder, { recursive: true, force: true });
}
for (const fault of faults) say(`FAULT ${fault}`);
say(faults.length === 0 ? 'nothing lost, nothing miscounted' : `${faults.length} faults`);
process.exit(faults.length === 0 ? 0 : 1);
