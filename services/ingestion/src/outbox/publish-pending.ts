import type { TransactionalPublisher } from '@skillstream/messaging';
import { parseTraceparent, type Log, type Metrics } from '@skillstream/runtime';
import type { Pending, PendingPosting } from '../store/pending.ts';
import { eventOf } from './event.ts';
import type { OutboxHooks } from './hooks.ts';

export type PublishDeps = {
  pending: Pending;
  topic: string;
  hooks: OutboxHooks;
  log: Log;
  metrics: Metrics;
};

/** Publishes what is pending among the ids in one transaction, then says so in the store. */
export const createPublishPending = ({ pending, topic, hooks, log, metrics }: PublishDeps) => {
  const sizes = metrics.sizes('relay_batch_size', 'Postings that the relay published in one transaction');
  const seconds = metrics.seconds(
    'relay_batch_seconds',
    'Time from reading pending postings to clearing them',
  );

  const logSampled = ({ _id, pendingVersion, traceparent }: PendingPosting) => {
    const trace = parseTraceparent(traceparent ?? undefined);
    if (trace?.sampled)
      log.info({ traceId: trace.traceId, postingId: _id, version: pendingVersion }, 'posting published');
  };

  /**
   * @param mayPublish asked after reading and right before publishing; throws when the relay has to stop
   * @throws what the store or Kafka throws: the outcome is unknown then, a repeat is harmless
   */
  return async (
    publisher: TransactionalPublisher,
    ids: string[],
    mayPublish: () => void,
  ): Promise<number> => {
    const stop = seconds.startTimer();
    const found = await pending.read(ids);
    if (found.length === 0) return 0;
    mayPublish();
    await hooks.beforePublish?.();
    await publisher.transact((scope) => scope.send(topic, found.map(eventOf)));
    await hooks.afterPublish?.();
    await pending.clear(
      found.map(({ _id, pendingVersion }) => ({ postingId: _id, version: pendingVersion })),
    );
    found.forEach(logSampled);
    sizes.observe(found.length);
    stop();
    return found.length;
  };
};

export type PublishPending = ReturnType<typeof createPublishPending>;
