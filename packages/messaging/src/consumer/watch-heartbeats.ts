import type { Consumer } from 'kafkajs';

const TICK_MS = 1000;

/**
 * Detects that a consumer's heartbeats no longer reach its group. kafkajs drops its member id when the coordinator
 * does not know it any more. Where the rejoin fails, it reads on without one and neither sends heartbeats nor joins
 * again: other consumers have its partitions, and nobody learns its position. kafkajs cannot be asked for this state,
 * but emits an event for each heartbeat.
 * @param patienceMs time in which a heartbeat was due, in milliseconds; processing a batch does not count
 * @param onSilence may be called more than once
 * @returns `during`, which wraps the processing of a batch, and `end`, which stops watching
 */
export const watchHeartbeats = (
  consumer: Pick<Consumer, 'on' | 'events'>,
  patienceMs: number,
  onSilence: () => void,
) => {
  const { HEARTBEAT, GROUP_JOIN } = consumer.events;
  let silentMs = 0;
  let underWay = 0;
  // kafkajs sends heartbeats between batches too, so back-to-back batches do not excuse silence.
  let ended = false;
  const onHeartbeat = () => {
    silentMs = 0;
  };
  consumer.on(HEARTBEAT, onHeartbeat);
  consumer.on(GROUP_JOIN, onHeartbeat);
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
