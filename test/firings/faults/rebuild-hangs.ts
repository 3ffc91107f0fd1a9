import { until } from '@skillstream/async/testing';
import { connectRedis, silentLog } from '@skillstream/runtime';
import { generateSample } from '../../../packages/cli/src/sample/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { sendAll } from '../../platform/send.ts';
import { tickets, type Fault } from '../fault.ts';
import { standInTurns } from '../in-turns.ts';

/** So many that a slow Redis is seen while their views are built. */
const POSTINGS = 10_000;
const AT_ONCE = 1000;

const fillLog = async ({ url }: Platform) => {
  const sample = generateSample({ seed: 31, count: POSTINGS });
  for (let sent = 0; sent < POSTINGS; sent += AT_ONCE)
    await sendAll(
      url,
      Array.from({ length: AT_ONCE }, () => sample.next().value!.posting),
    );
};

const empty = async (redisUrl: string) => {
  const redis = connectRedis(redisUrl, silentLog());
  try {
    await until('redis answers', () => redis.status === 'ready');
    await redis.flushall();
  } finally {
    redis.disconnect();
  }
};

/** How many views have said that they are being rebuilt, and not yet that they have caught up. */
const rebuilding = async ({ service }: Platform): Promise<number> => {
  const text = await service('analytics').metrics();
  const count = (type: string) =>
    Number(new RegExp(`pipeline_events_total\\{[^}]*type="${type}"[^}]*\\} (\\d+)`).exec(text)?.[1] ?? 0);
  return count('views.rebuilding') - count('views.caught-up');
};

/** Redis has lost its data, and does not answer any more soon after. */
export const rebuildHangs: Fault = {
  name: 'rebuild-hangs',
  what: `Redis loses its data (FLUSHALL) over ${POSTINGS.toLocaleString('en-US')} postings, and stands still (SIGSTOP) while the views are rebuilt`,
  fires: tickets('ViewsRebuilding'),
  prepare: async ({ platform }) => {
    await fillLog(platform);
    await until('they are counted', async () => (await platform.ledger()).total.inFlight < 100);
  },
  make: async ({ platform }) => {
    const before = await rebuilding(platform);
    await empty(platform.urls.redisUrl);
    const pid = platform.engines.pids.redis!;
    // As slow as this they are seen while they are built: else they may be complete at the first look.
    const undoSlow = standInTurns(pid, { stopMs: 200, goMs: 20 });
    await until('views are being rebuilt', async () => (await rebuilding(platform)) > before).finally(
      undoSlow,
    );
    process.kill(pid, 'SIGSTOP');
    return () => process.kill(pid, 'SIGCONT');
  },
};
