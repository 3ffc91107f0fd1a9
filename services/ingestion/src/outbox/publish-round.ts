import type { RecordLocation, TransactionalPublisher } from '@skillstream/messaging';
import { replicaName, type Channel, type Log, type Metrics } from '@skillstream/runtime';
import { createIdleTracer, parseTraceparent, runIn, type Tracer } from '@skillstream/telemetry';
import { expiredAtOf } from '../store/expired-at.ts';
import type { Pending, PendingPosting } from '../store/pending.ts';
import type { Published } from '../store/trail.ts';
import { eventOf } from './event.ts';
import type { OutboxHooks } from './fault-injection.ts';
import { bytesOf, nameTooLarge } from './name-too-large.ts';
import { createOutboxSpans } from './outbox-spans.ts';
import { pagesOf } from './page.ts';

/**
 * Many postings, so that each partition gets a batch worth its transactions downstream; not many bytes, of which there
 * are several copies until they are sent. With 8 MB a relay published no more a second (`npm run bench:relay`).
 */
const PAGE = { maxItems: 1000, maxBytes: 1_000_000 };
/** A round ends here even when more is pending, so that the next one starts with the oldest again. */
const ROUND = 20_000;

export type PublishDeps = {
  pending: Pick<Pending, 'read' | 'clear'>;
  topic: string;
  hooks: OutboxHooks;
  log: Log;
  metrics: Metrics;
  page?: typeof PAGE;
  sight?: Channel['sight'];
  onPublished?: (count: number) => void;
  now?: () => Date;
  tracer?: Tracer;
  /** The name of this replica. */
  replica?: string;
};

type PublicationOf = (index: number) => Published;

/** A leadership of the relay, as far as publishing needs it. */
export type Leadership = {
  publisher: TransactionalPublisher;
  /** Called right before publishing; throws when the relay has to stop. */
  assertLeading: () => void;
  /** Reports progress: the relay is not stuck. */
  onProgress: () => void;
  /** Ends the round after the page that is being published. */
  signal: AbortSignal;
};

const ignore = () => undefined;

/** Marks an error that will be awaited later as handled. */
const begun = <T>(work: Promise<T>): Promise<T> => {
  work.catch(ignore);
  return work;
};

/** Publishes pending postings, page by page, each page in one transaction, then clears them in the store. */
export const createPublishRound = ({
  pending,
  topic,
  hooks,
  log,
  metrics,
  page: limits = PAGE,
  sight,
  onPublished,
  now = () => new Date(),
  tracer = createIdleTracer(),
  replica = replicaName(),
}: PublishDeps) => {
  const sizes = metrics.histogram('relay_batch_size');
  const seconds = metrics.histogram('relay_batch_seconds');
  const traced = createOutboxSpans(tracer, topic);

  const show = (posting: PendingPosting) => {
    // A tombstone that takes text away is on its way nowhere.
    if (expiredAtOf(posting)) return;
    const { _id, pendingVersion, traceparent } = posting;
    const trace = parseTraceparent(traceparent);
    const alone = trace?.sampled ?? false;
    sight?.({ stage: 'published', postingId: _id, version: pendingVersion, topic }, alone);
    if (trace?.sampled)
      runIn(trace, () => log.info({ postingId: _id, version: pendingVersion }, 'posting published'));
  };

  /** @returns where the record of each posting of the page is */
  const publish = async (page: PendingPosting[], { publisher, assertLeading }: Leadership) => {
    let locations: readonly RecordLocation[] = [];
    const records = page.map((one) => eventOf(one, replica));
    assertLeading();
    await hooks.beforePublish?.();
    const at = now();
    await traced(page, at, () =>
      publisher.transact(async (scope) => void (locations = await scope.send(topic, records))),
    );
    await hooks.afterPublish?.();
    return (index: number): Published => ({
      ...(locations[index] ?? { partition: null, offset: null }),
      ...{ at, by: replica },
    });
  };

  const clear = async (page: PendingPosting[], publicationOf: PublicationOf, onCleared: () => void) => {
    await pending.clear(page, publicationOf);
    page.forEach(show);
    onPublished?.(page.length);
    sizes.observe(page.length);
    onCleared();
  };

  /**
   * While a page is sent, the next one is read and the one before is cleared. Pages are read one after the other and
   * sent in that order, so no version follows a newer one. A round reads each mark once, and ends only when all are
   * cleared, so the next round publishes none of them again.
   * @returns how many were published, and whether that was all that was pending when the round began
   * @throws the errors of the store or Kafka: the outcome is unknown then, a repeat is harmless
   */
  return async (leadership: Leadership): Promise<{ count: number; all: boolean }> => {
    const pages = pagesOf(pending.read(ROUND), limits, bytesOf);
    let count = 0;
    let clearing = Promise.resolve();
    let next = begun(pages.next());
    try {
      for (;;) {
        const { value: page, done } = await next;
        leadership.onProgress();
        if (done || leadership.signal.aborted) break;
        const stop = seconds.startTimer();
        next = begun(pages.next());
        const publicationOf = await publish(page, leadership).catch((error: unknown) => {
          throw nameTooLarge(error, page, topic);
        });
        leadership.onProgress();
        await clearing;
        clearing = begun(clear(page, publicationOf, stop));
        count += page.length;
      }
      await clearing;
      return { count, all: count < ROUND && !leadership.signal.aborted };
    } finally {
      await clearing.catch(ignore);
      // Not awaited, since it would wait for a read that hangs.
      pages.return(undefined).catch(ignore);
    }
  };
};

export type PublishRound = ReturnType<typeof createPublishRound>;
