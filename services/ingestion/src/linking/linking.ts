import { createTurns, runPeriodically } from '@skillstream/async';
import { loggedError } from '@skillstream/errors';
import type { signatureOf } from '@skillstream/linking';
import type { Log, Metrics } from '@skillstream/runtime';
import { pagesOf } from '../outbox/page.ts';
import type { Documents } from '../store/documents.ts';
import { createJobStore } from '../store/job-store.ts';
import { createLinkQueue, type DueToLink } from '../store/link-queue.ts';
import { createLinkVersions } from '../store/link-versions.ts';
import { createSignatureStore } from '../store/signature-store.ts';
import { createAssign, type LinkLimits } from './assign.ts';
import { createFindAlone } from './find-alone.ts';
import { createLinkPage } from './link-page.ts';
import { createPublishJob } from './publish-job.ts';
import { createSourceTurns } from './source-turns.ts';
import { createSplitJob } from './split-job.ts';

export type LinkingDeps = {
  documents: Documents;
  /**
   * Whether this replica is the relay. Who links is who publishes: a relay of a release that does not know of jobs
   * would publish what another replica has linked without saying so.
   */
  isRelay: () => boolean;
  /** Called after versions were stored. */
  onStored: (count: number) => void;
  /** Whether so much waits to be published that more has to wait. */
  isCrowded: () => boolean;
  nowMs: () => number;
  log: Log;
  metrics: Metrics;
  limits?: LinkLimits;
  /** For tests: called between any two steps, by their names. */
  step?: (name: string) => Promise<void>;
  onCompared?: (count: number) => void;
  sign?: typeof signatureOf;
};

/** A job found by one member is found: a job of a thousand costs no more than this. */
const LIMITS: LinkLimits = { candidates: 100, members: 1000 };
const PAGE = { maxItems: 100, maxBytes: 4_000_000 };
const ROUND_PAGES = 10;
const EVERY_MS = 500;
const OLD_EVERY_MS = 10_000;
const MOST_COUNTED = 100_000;
const FAILED_MS = 2000;

const nothing = async () => undefined;
const bytesOf = ({ posting }: DueToLink): number => posting?.length ?? 0;
const sourcesOf = (page: readonly DueToLink[]): Set<string> => new Set(page.map(({ source }) => source));

/**
 * Links in the background what was accepted. One replica does it at a time, the relay; where another one takes over
 * while a page is linked, two may do the same, which does no harm.
 */
export const createLinking = (deps: LinkingDeps) => {
  const { documents, isRelay, onStored, isCrowded, nowMs, log, metrics } = deps;
  const { limits = LIMITS, step = nothing, onCompared = () => undefined } = deps;
  const waiting = metrics.gauge('postings_to_link');
  const linked = metrics.counter('postings_linked_total');
  const failed = metrics.counter('linking_failures_total');
  const queue = createLinkQueue(documents);
  const [signatures, jobs] = [createSignatureStore(documents), createJobStore(documents)];
  const turns = createTurns();
  const linkPage = createLinkPage({
    ...{ queue, signatures, step, log, turns },
    findAlone: createFindAlone({ signatures, limits, turns, onCompared }),
    assign: createAssign({ signatures, jobs, mark: queue.mark, limits, step, onCompared }),
    publishJob: createPublishJob({
      ...{ signatures, jobs, limits, step, onStored, mark: queue.mark },
      versions: createLinkVersions(documents),
      now: () => new Date(nowMs()),
    }),
    splitJob: createSplitJob({ signatures, jobs, limits, turns, mark: queue.mark }),
    onLinked: (how) => linked.inc({ class: how }),
    onFailed: () => failed.inc(),
    ...(deps.sign && { sign: deps.sign }),
  });

  let lookedMs = -Infinity;
  const isOldDue = () => nowMs() - lookedMs >= OLD_EVERY_MS;
  const markOld = async (): Promise<number> => {
    if (!isOldDue()) return 0;
    const found = await queue.markOld(PAGE.maxItems);
    if (found < PAGE.maxItems) lookedMs = nowMs();
    return found;
  };

  const sources = createSourceTurns(async (after) => {
    for await (const page of pagesOf(queue.due(after, PAGE.maxItems), PAGE, bytesOf)) return page;
    return [];
  });
  /** @returns the postings that are still marked, to be tried again later */
  const linkInTurn = async (page: readonly DueToLink[]): Promise<string[]> => {
    try {
      const put = new Set(await linkPage(page));
      sources.passed(sourcesOf(page));
      sources.putOff(sourcesOf(page.filter(({ _id }) => put.has(_id))));
      return [...put];
    } catch (error) {
      sources.putOff(sourcesOf(page));
      throw error;
    }
  };

  /**
   * Links some pages of what waits, of the sources in turn, and then marks a page of what an earlier release wrote.
   * @param mayGoOn asked before each page
   * @returns whether there may be more at once
   */
  const round = async (mayGoOn: () => boolean): Promise<boolean> => {
    let count = 0;
    // What others change all the time is behind all others now, and may come once more.
    const later = new Set<string>();
    for (let pages = 0; pages < ROUND_PAGES; pages += 1) {
      if (isCrowded() || !mayGoOn()) return false;
      const page = (await sources.next()).filter(({ _id }) => !later.has(_id));
      if (page.length === 0) break;
      const put = await linkInTurn(page);
      for (const id of put) later.add(id);
      count += page.length - put.length;
    }
    return (await markOld()) + count > 0;
  };

  const countWaiting = async (): Promise<number> => {
    const count = await queue.waiting(MOST_COUNTED);
    waiting.set(count);
    return count;
  };

  let failures = 0;
  const once = async (signal: AbortSignal) => {
    if (!isRelay()) return waiting.remove();
    const mayGoOn = () => !signal.aborted && isRelay();
    let isMore = (await countWaiting()) > 0 || isOldDue();
    while (isMore && mayGoOn()) {
      isMore = await round(mayGoOn);
      // After each round: while a load comes in there is one after the other for minutes.
      await countWaiting();
    }
    failures = 0;
  };
  const worker = runPeriodically(once, {
    everyMs: EVERY_MS,
    onError: (error) => {
      // No figure rather than an old one. An engine may be away for a moment; of failures in a row the third is said.
      waiting.remove();
      failures += 1;
      if (failures === 3)
        log.warn({ error: loggedError(error) }, 'postings could not be linked, and will be tried again');
      return FAILED_MS;
    },
  });
  return { round, waiting: queue.waiting, start: worker.start, stop: worker.stop };
};
