import { shouldNarrate } from '@skillstream/runtime';
import {
  attribute,
  errorTypeOf,
  extractContext,
  type TraceContext,
  type Tracer,
} from '@skillstream/telemetry';
import type { PendingPosting } from '../store/pending.ts';
import { storedAtOf } from '../store/stored-at.ts';
import { trailOf } from '../store/trail.ts';

const { messaging, own } = attribute;

type Sampled = { pending: PendingPosting; context: TraceContext };

const sampledOf = (page: readonly PendingPosting[]): Sampled[] =>
  page.flatMap((pending) => {
    const context = extractContext(pending);
    return context?.sampled ? [{ pending, context }] : [];
  });

const attributesOf = (pending: PendingPosting) => ({
  [own.postingId]: pending._id,
  [own.postingVersion]: pending.pendingVersion,
  [own.republished]: Boolean(trailOf(pending).requeuedAt),
});

/**
 * Publishes a page, and traces what the outbox does with its postings of sampled traces: how long each has waited,
 * from when it was stored (or marked to be published again), and how long publishing it took. Whichever relay
 * publishes it, the spans are of the trace that is stored beside it. The wait ends with the attempt that succeeds; of
 * those that fail in a row the sending is traced as seldom as they are narrated: a page may be blocked all night.
 */
export const createOutboxSpans = (tracer: Tracer, topic: string) => {
  let failures = 0;

  const sendOf = ({ pending, context }: Sampled, batchCount: number, startMs: number) =>
    tracer.start(`send ${topic}`, context, {
      ...{ kind: 'producer', startMs },
      attributes: {
        ...{ ...attributesOf(pending), [messaging.system]: 'kafka', [messaging.destination]: topic },
        ...{ [messaging.operation]: 'send', [messaging.operationType]: 'send' },
        ...{ [messaging.batchCount]: batchCount, [messaging.key]: pending._id },
        [messaging.tombstone]: pending.posting === null,
      },
    });

  return async (page: readonly PendingPosting[], now: Date, publish: () => Promise<void>): Promise<void> => {
    const nowMs = now.getTime();
    try {
      await publish();
    } catch (error) {
      failures += 1;
      if (!shouldNarrate(failures)) throw error;
      for (const one of sampledOf(page)) {
        const send = sendOf(one, page.length, nowMs);
        send.fail(errorTypeOf(error));
        send.end();
      }
      throw error;
    }
    failures = 0;
    for (const one of sampledOf(page)) {
      const { pending, context } = one;
      const since = trailOf(pending).requeuedAt ?? storedAtOf(pending);
      const options = { attributes: attributesOf(pending), startMs: Math.min(nowMs, since.getTime()) };
      tracer.start('waited in the outbox', context, options).end(nowMs);
      sendOf(one, page.length, nowMs).end();
    }
  };
};
