// `npm run bench:relay [postings] [kilobytes]` prints what one relay publishes: postings that wait, taken by the relay
// alone over real engines, and how long one posting waits where nothing else does.
import { until } from '@skillstream/async/testing';
import { startEngines } from '@skillstream/engines';
import { serve } from '@skillstream/http';
import { everybodyMay } from '@skillstream/http/testing';
import { createKafka, createTopicAdmin } from '@skillstream/messaging';
import { connectMongo } from '@skillstream/mongo';
import { silentLog } from '@skillstream/runtime';
import { createApp } from '../../services/ingestion/src/app.ts';
import { arrival, input, post } from '../../services/ingestion/test/postings.ts';
import { scriptArgs, scriptNumber } from '../scripts/script-args.ts';
import { cpuSeconds } from './cpu-seconds.ts';

const [COUNT, KILOBYTES] = scriptArgs(
  { usage: 'usage: npm run bench:relay -- [postings, 20000] [kilobytes, 3]', options: {}, words: { max: 2 } },
  ({ positionals: [count = '20000', kilobytes = '3'] }) => [
    scriptNumber('postings', count),
    scriptNumber('kilobytes', kilobytes, 200),
  ],
) as [number, number];
const ALONE = 50;
const say = (line: string) => void process.stdout.write(`${line}\n`);

const template = arrival('template', 'We use Go and Kafka. '.repeat(Math.ceil((KILOBYTES * 1000) / 21)));
const arrivals = (from: number, count: number) =>
  Array.from({ length: count }, (_, i) => ({
    ...template,
    posting: { ...template.posting, postingId: `bench.${from + i}` },
  }));

const engines = await startEngines({ provider: 'java' });
const log = silentLog();
let gate = Promise.resolve();
let published = () => undefined as void;
const mongo = connectMongo(`${engines.urls.mongoUrl}/bench`, log);
const kafka = createKafka(engines.urls.kafkaBrokers, 'bench', log);
const admin = createTopicAdmin(kafka, log);
const app = createApp({
  ...{ log, mongo, kafka, admin, authorize: everybodyMay },
  hooks: { beforePublish: () => gate, afterPublish: async () => published() },
  settings: {
    ...{ partitions: 12, backlogLimit: 1_000_000, letterReaders: [] },
    ...{ leaseMs: 5000, patienceMs: 600_000, maxLineBytes: 1_000_000, maxBodyBytes: 16_000_000 },
    boards: { file: null, everyMs: 1000, lookEveryMs: 5000 },
  },
});
const server = {
  PORT: 0,
  MANAGEMENT_PORT: 0,
  HOST: '127.0.0.1',
  SHUTDOWN_TIMEOUT_MS: 20_000,
  SHUTDOWN_WAIT_MS: 0,
};
const { port, stop } = await serve(
  {
    ...app,
    stops: [...app.stops, { name: 'kafka', stop: admin.close }, { name: 'mongo', stop: () => mongo.close() }],
  },
  server,
  log,
);

const store = async (count: number) => {
  const most = Math.max(1, Math.min(500, Math.floor(4000 / KILOBYTES)));
  for (let done = 0; done < count; done += most)
    await app.store.accept(arrivals(done, Math.min(most, count - done)), new Date());
};
const nothingWaits = () =>
  until('nothing waits', async () => (await app.store.pending.waiting(1)).count === 0, 600_000);
const cpu = () => ({
  relay: (process.cpuUsage().user + process.cpuUsage().system) / 1e6,
  mongo: cpuSeconds(engines.pids.mongo),
  kafka: cpuSeconds(engines.pids.kafka),
});

/** Milliseconds from the answer of `accept` until the transaction is committed, of postings that come one by one. */
const waitAlone = async (accept: (n: number) => Promise<unknown>): Promise<string> => {
  const waits: number[] = [];
  for (let n = 0; n < ALONE; n += 1) {
    const { promise, resolve } = Promise.withResolvers<void>();
    published = resolve;
    await accept(n);
    const acceptedMs = performance.now();
    await promise;
    waits.push(performance.now() - acceptedMs);
    await nothingWaits();
  }
  waits.sort((a, b) => a - b);
  return `median ${waits[ALONE / 2]!.toFixed(0)} ms, slowest ${waits.at(-1)!.toFixed(0)} ms`;
};

try {
  await until('the engines are there', async () => (await app.readiness.status()).ready, 60_000);
  await store(1);
  await nothingWaits();

  const { promise, resolve } = Promise.withResolvers<void>();
  gate = promise;
  await store(COUNT + 1);
  const [began, before] = [performance.now(), cpu()];
  resolve();
  await nothingWaits();
  const [seconds, after] = [(performance.now() - began) / 1000, cpu()];
  const cost = (name: keyof typeof before) => `${name} ${(after[name] - before[name]).toFixed(1)} s`;
  say(
    `${COUNT} postings of ${KILOBYTES} KB: ${Math.round(COUNT / seconds)} a second, ${seconds.toFixed(1)} s`,
  );
  say(`CPU: ${(['relay', 'mongo', 'kafka'] as const).map(cost).join(', ')}`);
  say(`most memory, with storing them: ${Math.round(process.resourceUsage().maxRSS / 1000)} MB`);

  const base = `http://127.0.0.1:${port}`;
  const own = await waitAlone((n) => post(base, input(`alone-${n}`)));
  say(`from accepted to published, alone: ${own}`);
  const others = await waitAlone((n) => app.store.accept([arrival(`other-${n}`)], new Date()));
  say(`the same, stored by a replica that is not the relay: ${others}`);
} finally {
  await stop();
  await engines.stop();
}
