import type { Subscribers, Client } from './subscribers.ts';
import type { LiveEntry } from './hub.ts';

/** The connection that what is made of the entries goes out on. */
export type Outlet = Pick<Client, 'of' | 'beat' | 'waitingBytes' | 'drop' | 'endsMs'> & {
  onClose: (then: () => void) => void;
};

/**
 * What is told from now on, as entries to be taken one by one. Those that nobody took yet wait, and count to what
 * waits for the client.
 * @throws SkillstreamError `rate-limited`, `overloaded`
 */
export const listenForEntries = (
  subscribers: Subscribers,
  { of, beat, waitingBytes, drop, endsMs, onClose }: Outlet,
): AsyncIterableIterator<LiveEntry> => {
  const waiting: LiveEntry[] = [];
  let bytes = 0;
  let over = false;
  let wake = () => {};
  const end = () => {
    leave();
    over = true;
    wake();
  };
  const leave = subscribers.join({
    of,
    onEvent: (entry) => {
      waiting.push(entry);
      bytes += entry.data.length;
      wake();
    },
    beat,
    waitingBytes: () => bytes + waitingBytes(),
    drop: () => {
      waiting.length = 0;
      end();
      drop();
    },
    end,
    endsMs,
  });
  onClose(end);
  return {
    next: async () => {
      while (waiting.length === 0 && !over) await new Promise<void>((resolve) => (wake = resolve));
      const value = waiting.shift();
      if (!value) return { done: true, value: undefined };
      bytes -= value.data.length;
      return { done: false, value };
    },
    return: async () => {
      end();
      return { done: true, value: undefined };
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
};
