import { fault } from '@skillstream/runtime';
import type { Hub, LiveEntry } from './hub.ts';

/** Somebody who listens over a connection of their own. */
export type Client = {
  hear: (entry: LiveEntry) => void;
  /** Says nothing, so that the connection is seen to live. */
  beat: () => void;
  /** What was said and is not on its way yet. */
  waitingBytes: () => number;
  drop: () => void;
  end: () => void;
  /** When it may no longer listen, in ms since 1970; Infinity for one who needs no token. */
  endsMs: number;
};

export type AudienceDeps = {
  hub: Hub;
  /** Clients at a time; the next is `overloaded`. */
  mostClients: number;
  /** What may wait for one client before it is dropped, in bytes. */
  mostWaitingBytes: number;
  /** Proxies end a connection on which nothing passes. */
  heartbeatMs: number;
  onClients: (count: number) => void;
};

// setTimeout knows no longer time; a token for so long is asked for again.
const LONGEST_MS = 2 ** 31 - 1;

const endAtItsTime = ({ endsMs, end }: Client): NodeJS.Timeout | undefined =>
  endsMs === Infinity
    ? undefined
    : setTimeout(end, Math.min(Math.max(endsMs - Date.now(), 0), LONGEST_MS)).unref();

/**
 * All who listen to the live feed, in whatever protocol. A client that does not read is dropped; one whose token ends is
 * ended, and can come back with another.
 */
export const createAudience = (deps: AudienceDeps) => {
  const { hub, mostClients, mostWaitingBytes, heartbeatMs, onClients } = deps;
  const clients = new Set<Client>();
  const tell = (client: Client, say: (client: Client) => void) => {
    if (client.waitingBytes() > mostWaitingBytes) return client.drop();
    say(client);
  };
  const heartbeat = setInterval(() => {
    for (const client of clients) tell(client, ({ beat }) => beat());
  }, heartbeatMs).unref();
  return {
    /** @returns ends the listening. @throws SkillstreamError `overloaded` */
    join: (client: Client): (() => void) => {
      if (clients.size >= mostClients) throw fault('overloaded', 'As many clients listen as may');
      const leave = hub.join((entry) => tell(client, ({ hear }) => hear(entry)));
      onClients(clients.add(client).size);
      const timer = endAtItsTime(client);
      return () => {
        clearTimeout(timer);
        leave();
        if (clients.delete(client)) onClients(clients.size);
      };
    },
    /** Ends all feeds, so that their clients come back elsewhere. */
    end: (): void => {
      clearInterval(heartbeat);
      for (const client of clients) client.end();
    },
  };
};

export type Audience = ReturnType<typeof createAudience>;
