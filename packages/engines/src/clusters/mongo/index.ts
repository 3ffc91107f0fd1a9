import { once } from 'node:events';
import { createServer, type Server, type AddressInfo } from 'node:net';
import { serveConnection, type Deps } from './connection.ts';
import { createFaults, type StepDown } from './fault-injection.ts';
import { createMembers } from './members.ts';
import { createReplyMemory } from './reply-memory.ts';
import { connectUpstream } from './upstream.ts';
import { decode, encodeCommand } from './wire.ts';

export type { StepDown } from './fault-injection.ts';
export type { Write } from './commands.ts';

const SET_NAME = 'rs0';

/**
 * Starts a proxy that behaves like a MongoDB replica set on the wire, in front of a single server: drivers find a
 * primary, number their writes, and get the errors of a primary that steps down or has lost its majority. All members
 * share the documents of the one server, so **it cannot simulate a rollback**: a write that was applied stays applied,
 * also where a set would have lost it because no majority had it; and a majority read never sees an older state, it
 * waits instead.
 * @param upstream host:port of the server
 * @param members number of ports that act as members
 * @param electionMs time without a primary after a step-down, in milliseconds
 */
export const startMongoSet = async ({ upstream = '', members: count = 3, electionMs = 300 }) => {
  const servers: Server[] = await Promise.all(
    Array.from({ length: count }, async () => {
      const server = createServer();
      server.listen(0, '127.0.0.1');
      await once(server, 'listening');
      return server;
    }),
  );
  const addresses = servers.map((server) => `127.0.0.1:${(server.address() as AddressInfo).port}`);
  const faults = createFaults();
  const members = createMembers(addresses, SET_NAME);
  const memory = createReplyMemory();
  const deps: Deps = { upstream, hello: await helloOf(upstream), members, memory, faults, electionMs };

  const connections = new Set<ReturnType<typeof serveConnection>>();
  servers.forEach((server, member) =>
    server.on('connection', (client) => {
      const connection = serveConnection(client.setNoDelay(), member, deps);
      connections.add(connection);
      client.on('close', () => connections.delete(connection));
    }),
  );
  const cut = () => connections.forEach((connection) => connection.cut());
  const heal = () => {
    faults.restoreMajority();
    faults.disarm();
    faults.delayMs = 0;
    if (!faults.halfOpen) return;
    faults.halfOpen = false;
    connections.forEach((connection) => connection.cutIfBroken());
  };

  return {
    /** Connection string with the set's name, without a database. */
    url: `mongodb://${addresses.join(',')}/?replicaSet=${SET_NAME}`,
    /**
     * Makes the primary step down: at once, or with `when` in the middle of a write.
     * @returns when it has happened
     */
    stepDown: async (stepDown?: StepDown): Promise<void> => {
      if (stepDown !== undefined) return faults.arm(stepDown);
      return members.stepDown(electionMs);
    },
    /** Writes with `w: majority` are applied and then wait until their `wtimeout`, or until the majority is back. */
    loseMajority: faults.loseMajority,
    restoreMajority: faults.restoreMajority,
    /** Cuts all open connections. */
    cut,
    /** Discards all bytes from now on, on open connections and new ones. */
    halfOpen: () => {
      faults.halfOpen = true;
    },
    delayReplies: (delayMs: number) => {
      faults.delayMs = delayMs;
    },
    /** Ends all faults; connections that lost bytes are cut. */
    heal,
    /** Number of retried writes that got the remembered reply. */
    remembered: () => memory.hits,
    close: async () => {
      heal();
      members.close();
      cut();
      await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
    },
  };
};

export type MongoSet = Awaited<ReturnType<typeof startMongoSet>>;

const helloOf = async (upstream: string) => {
  const server = connectUpstream(upstream, () => undefined);
  try {
    return decode(await server.ask(encodeCommand({ hello: 1, $db: 'admin' }))).body;
  } finally {
    server.close();
  }
};
