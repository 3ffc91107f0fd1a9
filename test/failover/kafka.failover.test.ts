import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sleep } from '@skillstream/async';
import { until } from '@skillstream/async/testing';
import { logFaults } from '../platform/log-faults.ts';
import { account } from './account.ts';
import { startClusterPlatform, type ClusterPlatform } from './cluster-platform.ts';
import { tell } from './figures.ts';
import { startLoad, type Load } from './load.ts';

// Load flows over HTTP into the real services, whose twelve partitions are spread over three brokers. Whatever
// happens to the brokers, every posting that was answered with 202 is in the log once, and is counted once.
const LIMIT_MS = 900_000;
/** How long a broker hangs: past its session here, a minute by `run-many.ts`. */
const hangMs = Number(process.env['FAILOVER_HANG_MS'] ?? 0);

let platform: ClusterPlatform;
let seed = 1_000;
/** Accepted and not counted, as the scenarios before left it: each answers for its own. */
let uncounted = 0;
beforeAll(async () => {
  platform = await startClusterPlatform();
}, LIMIT_MS);
afterAll(() => platform?.stop(), LIMIT_MS);

const nothing = { lost: [], twice: [], uncounted: 0, logFaults: [], differences: [] };

/** Lets something happen while load flows, then compares log, ledger and recount with what was accepted. */
const underLoad = async (scenario: string, happen: (load: Load) => Promise<void>) => {
  const load = startLoad(platform.url, { seed: (seed += 1) });
  try {
    await load.grows();
    await happen(load);
    await load.grows();
  } finally {
    await load.end();
  }
  await platform.inSync();
  const { total } = await platform.still();
  const [received, tagged] = await platform.readLogs();
  const { accepted, repeated, ...log } = account(await load.end(), received);
  const { differences } = await platform.verify();
  const before = uncounted;
  uncounted = total.accepted - total.counted;
  const found = {
    ...log,
    uncounted: uncounted - before,
    logFaults: logFaults(received, tagged),
    differences,
  };
  tell({
    ...{ scenario, accepted, repeated, lost: log.lost.length, twice: log.twice.length },
    ...{ uncounted: found.uncounted, differences: found.logFaults.length + differences.length },
  });
  expect(found).toEqual(nothing);
};

/** One broker after the other is away while load flows, and is in sync again before the next. */
const eachInTurn = async (
  load: Load,
  away: (id: number) => Promise<void>,
  back: (id: number) => Promise<void>,
) => {
  for (const id of platform.kafka.ids) {
    await away(id);
    await platform.leadsNothing(id);
    await load.grows();
    await back(id);
    await platform.inSync();
  }
};

test(
  'nothing is lost and nothing doubled over a rolling restart',
  () => underLoad('rolling restart', (load) => eachInTurn(load, platform.kafka.stop, platform.kafka.start)),
  LIMIT_MS,
);

test(
  'nothing is lost and nothing doubled while one broker after the other is killed and comes back',
  () => underLoad('rolling SIGKILL', (load) => eachInTurn(load, platform.kafka.kill, platform.kafka.start)),
  LIMIT_MS,
);

test(
  'nothing is lost and nothing doubled while one broker after the other hangs',
  () =>
    underLoad('SIGSTOP of each', (load) =>
      eachInTurn(
        load,
        async (id) => platform.kafka.pause(id),
        async (id) => {
          await sleep(hangMs);
          platform.kafka.resume(id);
        },
      ),
    ),
  LIMIT_MS,
);

test(
  'nothing is lost and nothing doubled while leaders move from broker to broker, of our topics and of Kafka’s own',
  () =>
    underLoad('leader moves', async (load) => {
      for (let round = 0; round < 6; round += 1) {
        await until('leaders have moved', async () => (await platform.kafka.moveLeaders()) > 0);
        await load.grows();
      }
    }),
  LIMIT_MS,
);

test(
  'nothing is lost and nothing doubled while one broker is lost, then the majority, and both come back',
  () =>
    underLoad('minority, then majority lost', async (load) => {
      const [first, second] = platform.kafka.ids as [number, number];
      await platform.kafka.kill(first);
      await load.grows(300);
      await platform.kafka.kill(second);
      // Ingestion still accepts: what it stores waits for the log.
      await load.grows();
      await Promise.all([platform.kafka.start(first), platform.kafka.start(second)]);
    }),
  LIMIT_MS,
);
