import { attribute, errorTypeOf, extractContext, type Tracer } from '@skillstream/telemetry';
import type { PendingPosting } from '../store/pending.ts';

const { messaging, own } = attribute;

/**
 * Publishes a page, and traces what the outbox does with its postings of sampled traces: how long each has waited,
 * from when it was stored (or marked to be published again), and how long publishing it takes. Whichever relay
 * publishes it, the spans are of the trace that is stored beside it.
 */
export const createOutboxSpans =
  (tracer: Tracer, topic: string) =>
  async (page: readonly PendingPosting[], now: Date, publish: () => Promise<void>): Promise<void> => {
    const nowMs = now.getTime();
    const sends = page.flatMap((pending) => {
      const context = extractContext(pending);
      if (!context?.sampled) return [];
      const { requeuedAt } = pending.trail ?? {};
      const attributes = {
        [own.postingId]: pending._id,
        [own.postingVersion]: pending.pendingVersion,
        [own.republished]: Boolean(requeuedAt),
      };
      const startMs = Math.min(nowMs, (requeuedAt ?? pending.updatedAt).getTime());
      tracer.start('waited in the outbox', context, { attributes, startMs }).end(nowMs);
      const send = tracer.start(`send ${topic}`, context, {
        ...{ kind: 'producer', startMs: nowMs },
        attributes: {
          ...{ ...attributes, [messaging.system]: 'kafka', [messaging.destination]: topic },
          ...{ [messaging.operation]: 'send', [messaging.operationType]: 'send' },
          ...{ [messaging.batchCount]: page.length, [messaging.key]: pending._id },
          [messaging.tombstone]: pending.posting === null,
        },
      });
      return [send];
    });
    try {
      await publish();
    } catch (error) {
      for (const send of sends) send.fail(errorTypeOf(error));
      throw error;
    } finally {
      for (const send of sends) send.end();
    }
  };
