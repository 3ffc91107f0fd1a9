import type { Consumer } from 'kafkajs';

const TICK_MS = 1000;

/**
 * Watches that a consumer is still heard by its group. kafkajs forgets its member id when the coordinator does not
 * know it any more; where the join after that fails, it reads on without one, and neither beats nor joins ever again:
 * others have its partitions, and nobody learns how far it is. It cannot be asked, but it tells of each heartbeat.
 * @param patienceMs of time in which a heartbeat was due; while a batch is worked on none is
 * @param onSilence may be called more than once
 * @returns `during` to do the work on a batch in, and `end` for the end of the watch
 */
export const watchHeartbeats = (
  consumer: Pick<Consumer, 'on' | 'events'>,
  patienceMs: number,
  onSilence: () => void,
) => {
  const { HEARTBEAT, GROUP_JOIN } = consumer.events;
  let silentMs = 0;
  let underWay = 0;
  // kafkajs beats between batches too, so one that goes from batch to batch is no excuse.
  let ended = false;
  const heard = () => {
    silentMs = 0;
  };
  consumer.on(HEARTBEAT, heard);
  consumer.on(GROUP_JOIN, heard);
  const timer = setInterval(() => {
    if (underWay === 0 || ended) silentMs += TICK_MS;
    ended = false;
    if (silentMs >= patienceMs) onSilence();
  }, TICK_MS).unref();

  return {
    during: async <T>(work: () => Promise<T>): Promise<T> => {
      underWay += 1;
      try {
        return await work();
      } finally {
        underWay -= 1;
        ended = true;
      }
    },
    end: () => clearInterval(timer),
  };
};
