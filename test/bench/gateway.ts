// `npm run bench:gateway [seconds]` prints how many questions a second the gateway answers: from its cache, and such
// as it has never heard, beside a bare express route that returns the same bytes. All of one run, client included.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import autocannon from 'autocannon';
import { generateSample } from '../../packages/cli/src/sample/index.ts';
import { scriptArgs, scriptNumber } from '../scripts/script-args.ts';
import { startPlatform } from '../platform/platform.ts';
import { sendAll } from '../platform/send.ts';
import { measureLiveClients } from './live-clients.ts';
import { measureUpstreamsUnavailable } from './upstreams-unavailable.ts';

const SECONDS = scriptArgs(
  { usage: 'usage: npm run bench:gateway -- [seconds, 30]', options: {}, words: { max: 1 } },
  ({ positionals: [seconds = '30'] }) => scriptNumber('seconds', seconds, 3600),
);
const CONNECTIONS = 50;
const POSTINGS = 2400;
const CLIENTS = 2000;
const QUERY = '/v1/demand?role=backend&top=20';
const say = (line: string) => void process.stdout.write(`${line}\n`);

type Figures = { perSecond: number; p50Ms: number; p99Ms: number };

/** Asks `url` for a while, with a path of its own for each request if `pathOf` says so. */
const measure = async (url: string, pathOf?: (n: number) => string): Promise<Figures> => {
  let asked = 0;
  const setupRequest = (request: autocannon.Request) => ({ ...request, path: pathOf?.(asked++) });
  const result = await autocannon({
    url,
    connections: CONNECTIONS,
    duration: SECONDS,
    ...(pathOf ? { requests: [{ setupRequest }] } : {}),
  });
  if (result.non2xx + result.errors > 0)
    throw new Error(`${url}: ${result.non2xx} other than 2xx, ${result.errors} errors`);
  return { perSecond: result.requests.average, p50Ms: result.latency.p50, p99Ms: result.latency.p99 };
};

/** A process of its own, as the gateway is: express, and nothing but the same bytes. */
const startBare = async (body: string) => {
  const child = fork(new URL('./bare-express.ts', import.meta.url), {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  child.send(body);
  const [port] = (await once(child, 'message')) as [number];
  return { url: `http://127.0.0.1:${port}`, stop: () => child.kill() };
};

// All clients of the live feed come from one address here.
const platform = await startPlatform({ LIVE_STREAMS_PER_CLIENT: '5000' });
try {
  const postings = [...generateSample({ seed: 1, count: POSTINGS })].map(({ posting }) => posting);
  await sendAll(platform.url, postings);
  await platform.settled();
  const body = await (await fetch(platform.url + QUERY)).text();
  say(
    `${POSTINGS} postings, an answer of ${body.length} bytes, ${CONNECTIONS} connections, ${SECONDS} s each`,
  );

  const bare = await startBare(body);
  const plain = await measure(bare.url + QUERY);
  bare.stop();
  const row = (name: string, { perSecond, p50Ms, p99Ms }: Figures) =>
    say(
      `${name.padEnd(34)} ${Math.round(perSecond).toLocaleString('en').padStart(7)}/s, ` +
        `${(perSecond / plain.perSecond).toFixed(2)} of a bare route, p50 ${p50Ms} ms, p99 ${p99Ms} ms`,
    );
  row('a bare express route', plain);
  row('a question that was asked before', await measure(platform.url + QUERY));
  const roles = ['backend', 'frontend', 'data', 'devops', 'mobile', 'ml'];
  // Parameters that no one has named together before: the cache has no answer, analytics has the views in memory.
  const unheard = (n: number) =>
    `/v1/demand?role=${roles[n % 6]}&from=${1500 + Math.floor(n / 60)}-01&top=${20 + (n % 60)}`;
  row('a question that nobody asked', await measure(platform.url, unheard));
  for (const { name, perSecond, statuses, recoveryMs, faults } of await measureUpstreamsUnavailable(
    platform,
    QUERY,
  )) {
    const reported = Object.entries(statuses).map(
      ([status, count]) => `${count.toLocaleString('en')} of ${status}`,
    );
    say(
      `${name} away for 3 s under that load: ${Math.round(perSecond).toLocaleString('en')}/s, ${reported.join(', ')}; ` +
        `all afresh ${Math.round(recoveryMs)} ms after its return; ${faults.length} answers as they should not be`,
    );
    for (const fault of faults.slice(0, 3)) say(`  ${fault}`);
  }
  const { before, listening, after, receivedCount } = await measureLiveClients(platform, CLIENTS);
  const mb = (value: number) => `${Math.round(value)} MB`;
  say(
    `${CLIENTS} clients of the live feed: the gateway takes ${mb(before)} before, ${mb(listening)} with them, ` +
      `${mb(after)} after ${receivedCount.toFixed(0)} changes to each; ${(((listening - before) * 1024) / CLIENTS).toFixed(0)} KB a client`,
  );
} finally {
  await platform.stop();
}
