// Prints what Redis takes while two versions of the views stand side by side: `node test/bench/two-versions.ts
// [count] [duplicates]`. Of that many of a hundred postings another one is counted as the job.
import { until } from '@skillstream/async/testing';
import { startEngines } from '@skillstream/engines';
import { connectRedis, silentLog } from '@skillstream/runtime';
import { scriptArgs, scriptNumber } from '../scripts/script-args.ts';
import { generateSample, type SampleTruth } from '../../packages/cli/src/sample/index.ts';
import { createRedisViewStore } from '../../services/analytics/src/stores/redis/redis-view-store.ts';
import { viewKeys, viewVersionName } from '../../services/analytics/src/stores/redis/view-keys.ts';
import { createWholeVersion } from '../../services/analytics/src/stores/redis/whole-version.ts';
import { incrementsOf } from '../../services/analytics/src/projections/views/view-increments.ts';

const [COUNT, DUPLICATES] = scriptArgs(
  {
    usage: 'usage: node test/bench/two-versions.ts [postings, 40000] [duplicates in %]',
    options: {},
    words: { max: 2 },
  },
  ({ positionals: [count = '40000', duplicates] }) =>
    [scriptNumber('postings', count), duplicates ? scriptNumber('duplicates', duplicates) : 0] as const,
);
const PARTITIONS = 12;
const BATCH = 250;

const engines = await startEngines({ provider: 'java', only: ['redis'] });
const redis = connectRedis(engines.urls.redisUrl, silentLog());
await until('redis answers', () => redis.status === 'ready');
const usedMegabytes = async () => Number(/used_memory:(\d+)/.exec(await redis.info('memory'))![1]) / 2 ** 20;
const say = async (what: string) =>
  process.stdout.write(`${what.padEnd(28)}${(await usedMegabytes()).toFixed(0).padStart(6)} MB\n`);

const contributionOf = (truth: SampleTruth, at: number) => ({
  duplicate: at % 100 < DUPLICATES,
  ...{ retracted: false as const, source: 'sample', version: 1, salaryUsd: 90_000, organization: null },
  ...{ month: truth.month, role: truth.role, country: truth.country, seniority: truth.seniority },
  workplace: truth.workplace,
  skills: truth.skillIds,
  skillCategories: truth.skillIds.map(() => 'languages'),
  categories: ['languages'],
});

/** Counts all postings in a version of the views, spread over its partitions. */
const build = async (version: string) => {
  const keys = viewKeys('', version);
  const store = createRedisViewStore({ redis, keys, log: `c/${PARTITIONS}`, now: Date.now });
  const positions = Array<number>(PARTITIONS).fill(-1);
  let batch: { offset: number; postingId: string; contribution: ReturnType<typeof contributionOf> }[] = [];
  let [partition, made] = [0, 0];
  const flush = async () => {
    const change = incrementsOf(batch as never, new Map());
    const position = positions[partition]! + batch.length;
    await store.write(partition, positions[partition]!, { ...change, position });
    positions[partition] = position;
    partition = (partition + 1) % PARTITIONS;
    batch = [];
  };
  for (const { posting, truth } of generateSample({ seed: 1, count: COUNT, firstMonth: '2024-01' })) {
    const postingId = `sample.${posting.sourceId}`;
    batch.push({ offset: batch.length, postingId, contribution: contributionOf(truth, made++) });
    if (batch.length === BATCH) await flush();
  }
  if (batch.length > 0) await flush();
  return keys;
};

try {
  await say('empty');
  const before = await build(viewVersionName(1));
  await say(`one version, ${COUNT} postings`);
  await build(viewVersionName(2));
  await say('two versions');
  const beganMs = performance.now();
  for (let partition = 0; partition < PARTITIONS; partition += 1)
    await createWholeVersion(redis).drop(before, partition);
  process.stdout.write(`dropped in ${(performance.now() - beganMs).toFixed(0)} ms\n`);
  await until('Redis has freed it', async () =>
    /lazyfree_pending_objects:0\r/.test(await redis.info('memory')),
  );
  await say('the former dropped');
} finally {
  redis.disconnect();
  await engines.stop();
}
