import { runPeriodically, sleep } from '@skillstream/async';
import { loggedError } from '@skillstream/errors';
import type { Log, Metrics } from '@skillstream/runtime';
import { pagesOf } from '../outbox/page.ts';
import type { DueDocument, ExpiryStore } from '../store/expiry-store.ts';
import { trailOf } from '../store/trail.ts';
import { decideExpiry, type ExpiryDecision } from './decide-expiry.ts';
import { factsOf } from './facts-of.ts';
import { expiryLimit, isRetentionOn, type Retention } from './retention.ts';

/** Small in number and bytes: a live posting never waits behind more than a part of a second's work. */
const PAGE = { maxItems: 500, maxBytes: 4_000_000 };
/** The most postings of a source that one pass looks at, so that each source has its turn. */
const MOST_OF_A_SOURCE = 20_000;
/** How far the gauge counts. */
const MOST_COUNTED = 100_000;
/** The time between two passes, and between two counts within one. */
const EVERY_MS = 15_000;
const PAUSE_MS = 250;

/** Text of a source that was received before a time is to go. */
type Limit = { source: string; before: Date };

export type ExpiryDeps = {
  retention: Retention;
  store: ExpiryStore;
  readSources: () => Promise<readonly string[]>;
  /** Marks postings pending at their present version, so that they are tagged once more. */
  publishAgain: (ids: string[]) => Promise<unknown>;
  /** The next offset that tagging reads, by partition. @throws when that is unknown */
  taggedUpTo: () => Promise<ReadonlyMap<number, number>>;
  /** Records that tagging has not processed yet. @throws when that is unknown */
  lag: () => Promise<number>;
  /** How many postings wait to be published. */
  waiting: () => number;
  /** Wakes the relay of this process. */
  wake: () => void;
  /** Whether this replica is the relay: of all replicas it alone lets text expire, though several would do no harm. */
  isRelay: () => boolean;
  now: () => Date;
  log: Log;
  metrics: Metrics;
};

/**
 * Removes the text of postings that is older than its source is kept, a page at a time, and only while neither the
 * outbox nor tagging has much to do. Each posting is one write by compare-and-set, with the mark by which the outbox
 * publishes the tombstone: a crash in between loses nothing, and a newer version that arrives meanwhile stays. A day
 * later it publishes tombstones again, those of retractions, too.
 */
export const createExpiry = (deps: ExpiryDeps) => {
  const { retention, store, readSources, waiting, isRelay, now, log, metrics } = deps;
  const due = metrics.gauge('postings_due_for_expiry');
  const expired = metrics.counter('postings_expired_total');
  // A gauge without labels is 0 from the start: only the relay knows.
  due.remove();
  let since: Date | null = null;
  let failures = 0;

  const isBusy = async () => waiting() > PAGE.maxItems || (await deps.lag()) > PAGE.maxItems;

  const takePage = async (page: readonly DueDocument[], since: Date) => {
    const positions = await deps.taggedUpTo();
    const taggedUpTo = (partition: number) => positions.get(partition) ?? null;
    const decided = Map.groupBy(page, (one): ExpiryDecision => {
      const published = trailOf(one).published ?? null;
      return decideExpiry({ ...one, published }, { since, taggedUpTo });
    });
    const again = (decided.get('publish') ?? []).map(({ _id }) => _id);
    if (again.length > 0) await deps.publishAgain(again);
    const count = await store.expire(decided.get('expire') ?? [], factsOf, now());
    expired.inc(count);
    if (count + again.length > 0) deps.wake();
    return { count, again: again.length };
  };

  let countedMs = -Infinity;
  const countDue = async (limits: readonly Limit[], signal: AbortSignal) => {
    let left = 0;
    for (const { source, before } of limits) {
      if (signal.aborted || left >= MOST_COUNTED) break;
      left += await store.countDue(source, before, MOST_COUNTED - left);
    }
    countedMs = now().getTime();
    due.set(left);
  };

  const takeSource = async (
    { source, before }: Limit,
    since: Date,
    recount: () => Promise<void>,
    signal: AbortSignal,
  ) => {
    const sum = { count: 0, again: 0 };
    for await (const page of pagesOf(store.due(source, before, MOST_OF_A_SOURCE), PAGE, bytesOf)) {
      await recount();
      while (!signal.aborted && isRelay() && (await isBusy())) {
        await sleep(PAUSE_MS, signal);
        await recount();
      }
      if (signal.aborted || !isRelay()) break;
      const { count, again } = await takePage(page, since);
      sum.count += count;
      sum.again += again;
    }
    const [postings, publishedAgain] = [sum.count, sum.again];
    if (postings > 0) log.info({ source, postings, before: before.toISOString() }, 'text expired');
    if (publishedAgain > 0)
      log.info({ source, postings: publishedAgain }, 'to be tagged again, to expire then');
  };

  const repeatTombstones = async (signal: AbortSignal) => {
    // Usually there are none, and nobody is asked how far tagging is.
    if (signal.aborted || waiting() > PAGE.maxItems) return;
    let found;
    do {
      found = await store.repeatTombstones(now(), PAGE.maxItems);
      if (found > 0) deps.wake();
    } while (found === PAGE.maxItems && !signal.aborted && isRelay() && !(await isBusy()));
  };

  const takeTexts = async (since: Date, signal: AbortSignal) => {
    const limits = (await readSources()).flatMap((source): Limit[] => {
      const before = expiryLimit(retention, source, now());
      return before === null ? [] : [{ source, before }];
    });
    // A pass takes minutes where much is due, and hours where outbox or tagging have much to do.
    const recount = async () => {
      if (now().getTime() - countedMs >= EVERY_MS) await countDue(limits, signal);
    };
    for (const limit of limits) {
      if (signal.aborted || !isRelay()) return;
      await takeSource(limit, since, recount, signal);
    }
    await countDue(limits, signal);
  };

  const pass = async (signal: AbortSignal) => {
    // By whichever replica is first: what is published after that need not be tagged again.
    if (isRetentionOn(retention)) since ??= await store.since(now());
    if (!isRelay()) return due.remove();
    if (since) await takeTexts(since, signal);
    // A pass may take so long that another one is the relay by now.
    if (!isRelay()) return due.remove();
    // Of retractions, too, where texts do not expire.
    await repeatTombstones(signal);
    failures = 0;
  };

  // No figure rather than an old one. The engines may not be there yet; of failures in a row the third is said.
  const onError = (error: unknown) => {
    due.remove();
    failures += 1;
    if (failures === 3)
      log.warn({ error: loggedError(error) }, 'text could not be removed, and will be tried again');
    return Math.min(EVERY_MS, failures * 1000);
  };
  const loop = runPeriodically(pass, { everyMs: EVERY_MS, onError });
  return { pass, start: loop.start, stop: loop.stop };
};

const bytesOf = ({ posting }: DueDocument): number => posting?.length ?? 0;
