import { appError } from '@skillstream/errors';
import type { Hub, LiveEntry } from './hub.ts';

/** Somebody who listens over a connection of their own. */
export type Client = {
  /** Whose stream it is, as limits count clients. */
  of: string;
  onEvent: (entry: LiveEntry) => void;
  /** Says nothing, so that the connection is seen to live. */
  beat: () => void;
  /** What was said and is not on its way yet. */
  waitingBytes: () => number;
  drop: () => void;
  /** Leaves, and says nothing more. */
  end: () => void;
  /** When it may no longer listen, in ms since 1970; Infinity for one who needs no token. */
  endsMs: number;
};

export type SubscribersDeps = {
  hub: Hub;
  /** Streams at a time; the next is `overloaded`. */
  mostClients: number;
  /** Of them those of one client; the next is `rate-limited`, so that nobody locks the others out. */
  mostOfOne: number;
  /** After so long a stream is ended, and its client comes back: perhaps to a replica that has fewer. */
  lifeMs: number;
  /** For a client that is ended, to read what it was sent; then it is dropped. */
  lingerMs: number;
  /** What may wait for one client before it is dropped, in bytes. */
  mostWaitingBytes: number;
  /** Proxies end a connection on which nothing passes. */
  heartbeatMs: number;
  onClients: (count: number) => void;
};

const RETRY_AFTER_SECONDS = 30;
// setTimeout knows no longer time.
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
 * All who listen to the live feed, in whatever protocol. A client that does not read is dropped; one whose token
 * ends, or whose stream has lasted long enough, is ended, and can come back.
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
    /** @returns ends the listening. @throws SkillstreamError `rate-limited`, `overloaded` */
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
    /** Ends all feeds, so that their clients come back elsewhere. */
    end: (): void => {
      clearInterval(heartbeat);
      for (const client of clients) finish(client);
    },
  };
};

export type Subscribers = ReturnType<typeof createSubscribers>;
