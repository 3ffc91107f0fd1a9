import type { Subscribers, Client } from './subscribers.ts';
import type { LiveEntry } from './hub.ts';

/** The connection that receives what is made of the entries. */
export type Outlet = Pick<Client, 'of' | 'beat' | 'waitingBytes' | 'drop' | 'endsMs'> & {
  onClose: (then: () => void) => void;
};

/**
 * Subscribes to the feed, as an iterator of entries. Entries that were not read yet are buffered, and count against
 * what may be buffered for the client.
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
