import { appError } from '@skillstream/errors';
import type { Producer } from 'kafkajs';

// API keys of Kafka's protocol.
const ADD_PARTITIONS_TO_TXN = 24;
const ADD_OFFSETS_TO_TXN = 25;
const END_TXN = 26;

/**
 * Tracks which broker coordinates a producer's transactions. kafkajs looks up the coordinator at every step, from any
 * broker. A broker that was suspended and replaced believes for a moment after it resumes that it is still the
 * coordinator. If the producer's last transaction was the last thing it saw, it answers EndTxn with "already
 * committed", and the current transaction stays open until it is aborted. Beginning a transaction needs a write, which
 * only the true coordinator can make, and whichever broker began this transaction cannot mistake it for the last one.
 * So both responses must come from the same broker.
 */
export const watchCoordinator = (producer: Pick<Producer, 'on' | 'events'>) => {
  let begunBy: string | null = null;
  let endedBy: string | null = null;
  producer.on(producer.events.REQUEST, ({ payload: { apiKey, broker } }) => {
    if (apiKey === ADD_PARTITIONS_TO_TXN || apiKey === ADD_OFFSETS_TO_TXN) begunBy = broker;
    if (apiKey === END_TXN) endedBy = broker;
  });
  return {
    /** Called before a transaction. */
    forget: (): void => {
      begunBy = null;
      endedBy = null;
    },
    /** Called after a commit. @throws SkillstreamError `unavailable`: the outcome is unknown */
    check: (): void => {
      if (begunBy === endedBy) return;
      throw appError('unavailable', `begun by ${begunBy}, the commit was answered by ${endedBy}`);
    },
  };
};
