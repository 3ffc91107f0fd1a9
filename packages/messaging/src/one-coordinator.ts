import { appError } from '@skillstream/errors';
import type { Producer } from 'kafkajs';

// By the numbers of Kafka's protocol.
const ADD_PARTITIONS_TO_TXN = 24;
const ADD_OFFSETS_TO_TXN = 25;
const END_TXN = 26;

/**
 * Notes which broker answers for a producer's transactions. kafkajs asks for the coordinator at every step, of any
 * broker. One that slept, and was succeeded meanwhile, wakes up and takes itself for the coordinator for a moment;
 * where the producer's last transaction was the last thing that it saw, it answers an EndTxn with "committed
 * already", and this one stays open until it is aborted. To begin a transaction a coordinator has to write, which
 * only the true one can; and who has begun this one cannot take it for the last. So both answers must be of one
 * broker.
 */
export const watchCoordinator = (producer: Pick<Producer, 'on' | 'events'>) => {
  let begunBy: string | null = null;
  let endedBy: string | null = null;
  producer.on(producer.events.REQUEST, ({ payload: { apiKey, broker } }) => {
    if (apiKey === ADD_PARTITIONS_TO_TXN || apiKey === ADD_OFFSETS_TO_TXN) begunBy = broker;
    if (apiKey === END_TXN) endedBy = broker;
  });
  return {
    /** Before a transaction. */
    forget: (): void => {
      begunBy = null;
      endedBy = null;
    },
    /** After a commit. @throws SkillstreamError `unavailable`: its outcome is unknown */
    check: (): void => {
      if (begunBy === endedBy) return;
      throw appError('unavailable', `begun by ${begunBy}, the commit was answered by ${endedBy}`);
    },
  };
};
