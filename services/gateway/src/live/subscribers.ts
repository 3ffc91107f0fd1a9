import { appError } from '@skillstream/errors';
import type { Hub, LiveEntry } from './hub.ts';

/** A subscriber with a connection of its own. */
export type Client = {
  /** Whose stream it is, as limits identify clients. */
  of: string;
  onEvent: (entry: LiveEntry) => void;
  /** Sends an empty frame, which shows that the connection is alive. */
  beat: () => void;
  /** Bytes that were written and not sent yet. */
  waitingBytes: () => number;
  drop: () => void;
  /** Disconnects, and sends nothing more. */
  end: () => void;
  /** When its token expires, in ms since 1970; Infinity for a subscriber that needs no token. */
  endsMs: number;
};

export type SubscribersDeps = {
  hub: Hub;
  /** Concurrent streams; the next is `overloaded`. */
  mostClients: number;
  /** Of them those of one client; the next is `rate-limited`, so that no client locks the others out. */
  mostOfOne: number;
  /** After this time a stream is ended, and its client reconnects: perhaps to a replica that has fewer. */
  lifeMs: number;
  /** Time for a client that is ended to read what it was sent; then it is dropped. */
  lingerMs: number;
  /** Bytes that may be buffered for one client before it is dropped. */
  mostWaitingBytes: number;
  /** Interval of keep-alive frames: proxies close idle connections. */
  heartbeatMs: number;
  onClients: (count: number) => void;
};

const RETRY_AFTER_SECONDS = 30;
// The longest delay of setTimeout.
const LONGEST_MS = 2 ** 31 - 1;

const leftOf = ({ endsMs }: Client, lifeMs: number): number =>
  Math.min(Math.max(endsMs - Date.now(), 0), lifeMs, LONGEST_MS);

/** Counts the streams of each client. */
const createStreams = () => {
  const open = new Map<string, number>();
  return {
    of: (client: string): number => open.get(client) ?? 0,
    change: (client: string, by: 1 | -1): void => {
      const count = (open.get(client) ?? 0) + by;
      if (count > 0) open.set(client, count);
      else open.delete(client);
    },
  };
};

/**
 * All subscribers to the live feed, by any protocol. A client that does not read is dropped; one whose token expires,
 * or whose stream has lasted long enough, is ended, and can reconnect.
 */
export const createSubscribers = (deps: SubscribersDeps) => {
  const { hub, mostClients, mostOfOne, lifeMs, lingerMs, mostWaitingBytes, heartbeatMs, onClients } = deps;
  const clients = new Set<Client>();
  const streams = createStreams();
  const tell = (client: Client, say: (client: Client) => void) => {
    if (client.waitingBytes() > mostWaitingBytes) return client.drop();
    say(client);
  };
  const finish = (client: Client) => {
    client.end();
    setTimeout(client.drop, lingerMs).unref();
  };
  const heartbeat = setInterval(() => {
    for (const client of clients) tell(client, ({ beat }) => beat());
  }, heartbeatMs).unref();
  return {
    /** @returns unsubscribes. @throws SkillstreamError `rate-limited`, `overloaded` */
    join: (client: Client): (() => void) => {
      if (streams.of(client.of) >= mostOfOne)
        throw appError('rate-limited', `A client may listen ${mostOfOne} times at once`, {
          context: { retryAfterSeconds: RETRY_AFTER_SECONDS },
        });
      if (clients.size >= mostClients) throw appError('overloaded', 'As many clients listen as may');
      const leave = hub.join((entry) => tell(client, ({ onEvent }) => onEvent(entry)));
      onClients(clients.add(client).size);
      streams.change(client.of, 1);
      const timer = setTimeout(() => finish(client), leftOf(client, lifeMs)).unref();
      return () => {
        clearTimeout(timer);
        leave();
        if (!clients.delete(client)) return;
        streams.change(client.of, -1);
        onClients(clients.size);
      };
    },
    /** Ends all streams, so that their clients reconnect elsewhere. */
    end: (): void => {
      clearInterval(heartbeat);
      for (const client of clients) finish(client);
    },
  };
};

export type Subscribers = ReturnType<typeof createSubscribers>;
