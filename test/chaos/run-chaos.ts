import { sleep } from '@skillstream/async';
import { startMongoSet, type MongoSet } from '@skillstream/engines/mongo-set';
import { messageOf } from '@skillstream/errors';
import { startClusterPlatform } from '../failover/cluster-platform.ts';
import { evidenceIn, linesOf, missingIn, type Evidence } from './evidence.ts';
import { createFaults } from './faults.ts';
import { checkHistory, type Finding } from './history.ts';
import { createChaosLoad } from './load.ts';
import { describeStep, schedule, type Track } from './schedule.ts';
import { createWatch } from './watch.ts';

const services = ['ingestion', 'tagging', 'analytics'] as const;
/** More than any run gets through: each ends by its time. */
const ROUNDS = 100;
/** Ten times what a machine takes that has nothing else to do. */
const SETTLED_MS = 600_000;
/** A run in which something has not happened yet goes on, up to so many times its length. */
const MOST_LENGTHS = 8;

/** Three brokers, a MongoDB that looks like a set, and two replicas of every service that keeps a place in a log. */
export const startChaosPlatform = async () => {
  let set: MongoSet;
  const platform = await startClusterPlatform(async (urls) => {
    set = await startMongoSet({ upstream: new URL(urls.mongoUrl).host });
    return { ...urls, mongoUrl: set.url };
  });
  const seconds = services.map((name) => platform.service(name, 2));
  for (const service of seconds) service.start();
  await Promise.all(seconds.map((service) => service.ready()));
  return {
    ...platform,
    set: set!,
    stop: async () => {
      set.heal();
      await platform.stop();
      await set.close();
    },
  };
};

export type ChaosPlatform = Awaited<ReturnType<typeof startChaosPlatform>>;

export type ChaosResult = {
  seed: number;
  findings: Finding[];
  evidence: Evidence;
  missing: string[];
  balanced: boolean;
  differences: unknown[];
  /** The faults that were made, with the time at which each began. */
  steps: string[];
  accepted: number;
  readings: number;
};

/**
 * Load and the seed's faults for some minutes, longer only while a retry, a fence, a redelivery or a rebalance is
 * still to come; then everything is compared.
 * @param year in which the postings of this run are: a platform's runs have one each
 */
export const runChaos = async (
  platform: ChaosPlatform,
  { seed, minutes, year, say }: { seed: number; minutes: number; year: number; say: (line: string) => void },
): Promise<ChaosResult> => {
  const beganAt = new Date().toISOString();
  const load = createChaosLoad(platform.url, seed, { fixed: `${year}-01`, growing: `${year}-02` });
  await load.prepare();
  await platform.settled();
  const watch = createWatch(platform.url, load);
  await watch.ready();
  const apply = createFaults(platform, platform.set);
  const evidence = () =>
    evidenceIn(
      services.flatMap((name) =>
        [1, 2].map((replica) =>
          linesOf(platform.service(name, replica).logText()).filter(({ time }) => String(time) >= beganAt),
        ),
      ),
    );

  const startedMs = performance.now();
  const steps: string[] = [];
  let broken = false;
  const over = () => {
    if (broken) return true;
    const lengths = (performance.now() - startedMs) / (minutes * 60_000);
    return lengths >= MOST_LENGTHS || (lengths >= 1 && missingIn(evidence()).length === 0);
  };
  const play = async (track: Track) => {
    for (const step of schedule(seed, ROUNDS).filter((each) => each.track === track)) {
      if (over()) return;
      await sleep(step.afterMs);
      steps.push(`${((performance.now() - startedMs) / 1000).toFixed(1)} s ${describeStep(step)}`);
      say(`chaos ${seed}: ${steps.at(-1)}`);
      await apply(step.fault);
    }
  };
  load.start();
  watch.start();
  try {
    await Promise.all([play('brokers'), play('rest')]);
    await load.end();
  } catch (error) {
    broken = true;
    await load.end().catch(() => undefined);
    throw new Error(`chaos ${seed} could not go on: ${messageOf(error)}\n${steps.join('\n')}`, {
      cause: error,
    });
  } finally {
    await watch.stop();
  }
  await platform.inSync();
  // What never settles is a finding like any other: the rest is compared all the same.
  const balanced = await platform.settled(SETTLED_MS).then(
    () => true,
    (error: unknown) => (say(`chaos ${seed}: ${messageOf(error)}`), false),
  );
  await watch.readLast();
  const [received, tagged] = await platform.readLogs();
  const { accepted } = load;
  const ours = new Set(accepted.map(({ postingId }) => postingId));
  const [ourReceived, ourTagged] = [received, tagged].map((log) => log.filter((e) => ours.has(e.postingId)));
  const { differences } = await platform.verify();
  const found = evidence();
  return {
    seed,
    findings: checkHistory({
      accepted,
      received: ourReceived!,
      tagged: ourTagged!,
      readings: watch.readings,
    }),
    evidence: found,
    missing: missingIn(found),
    balanced,
    differences,
    steps,
    accepted: accepted.length,
    readings: watch.readings.length,
  };
};

/** What somebody has to know of a run that failed: the seed, the schedule as it went, and what was found. */
export const report = ({ steps, findings, ...rest }: ChaosResult): string =>
  [
    ...steps,
    ...findings.slice(0, 40).map(({ kind, detail }) => `FOUND ${kind}: ${detail}`),
    JSON.stringify({ ...rest, findings: findings.length }),
  ].join('\n');

/** Whether a run counts, and found nothing. */
export const passed = ({ findings, missing, balanced, differences }: ChaosResult): boolean =>
  findings.length === 0 && missing.length === 0 && balanced && differences.length === 0;
