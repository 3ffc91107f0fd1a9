import type { TransactionalPublisher } from '@skillstream/messaging';
import { sleep } from '@skillstream/runtime';
import type { RetagLane } from '../retag/lane.ts';
import type { Hints } from './hints.ts';
import type { Pending } from '../store/pending.ts';
import type { PublishPending } from './publish-pending.ts';

/** Large, so that each partition gets a batch worth its transactions downstream. */
const PAGE = 2000;
const SWEEP_WITHOUT_HINTS_MS = 5000;
const REDIS_PAUSE_MS = 500;
// While tagging catches up with the low-priority lane.
const LANE_PAUSE_MS = 20;

export type TermDeps = {
  pending: Pick<Pending, 'ids'>;
  hints: Pick<Hints, 'pop' | 'wereLost'>;
  publishPending: PublishPending;
  /** Has postings tagged again, where nothing else waits. */
  retagging: RetagLane;
  sweepEveryMs: number;
  nowMs: () => number;
  /** How many postings the relay has in hand, and when its last finished sweep began. */
  onProgress: (progress: { queue?: number; sweptAtMs?: number }) => void;
};

/**
 * One term of the relay: sweep, then follow the hints, and sweep again from time to time, until the signal
 * aborts or something fails. Postings to be tagged again go in between, when the hints leave room.
 * @param mayPublish throws when the lease is lost
 */
export const runTerm = async (
  deps: TermDeps,
  publisher: TransactionalPublisher,
  mayPublish: () => void,
  signal: AbortSignal,
): Promise<void> => {
  const { pending, hints, publishPending, retagging, nowMs, onProgress } = deps;

  const publishAll = async (ids: string[]) => {
    for (let done = 0; done < ids.length && !signal.aborted; done += PAGE) {
      onProgress({ queue: ids.length - done });
      await publishPending(publisher, ids.slice(done, done + PAGE), mayPublish);
    }
    onProgress({ queue: 0 });
  };

  let sweptAtMs = 0;
  const sweep = async () => {
    const beganAtMs = nowMs();
    await publishAll(await pending.ids());
    sweptAtMs = beganAtMs;
    if (!signal.aborted) onProgress({ sweptAtMs });
  };

  // From here on a Redis that forgets is noticed.
  await hints.wereLost().catch(() => true);
  retagging.forget();
  await sweep();
  let redisAway = false;
  while (!signal.aborted) {
    const everyMs = redisAway ? Math.min(SWEEP_WITHOUT_HINTS_MS, deps.sweepEveryMs) : deps.sweepEveryMs;
    if (nowMs() - sweptAtMs >= everyMs) await sweep();
    const alone = !(await retagging.active());
    const hinted = await hints.pop(PAGE, alone).catch(() => null);
    if (hinted) await publishAll(hinted);
    // What was stored while Redis was away has no hint, and a flush, or a fail-over to an empty Redis, takes hints.
    if (hinted && (redisAway || (await hints.wereLost().catch(() => false)))) await sweep();
    redisAway = hinted === null;
    if (!alone && (hinted?.length ?? 0) < PAGE) {
      const done = await retagging.step((ids) => publishPending(publisher, ids, mayPublish));
      if (!done) await sleep(LANE_PAUSE_MS, signal);
    } else if (redisAway) await sleep(REDIS_PAUSE_MS, signal);
  }
};
