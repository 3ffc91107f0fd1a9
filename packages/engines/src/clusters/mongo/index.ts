import { createServer, type Server, type AddressInfo } from 'node:net';
import { once } from 'node:events';
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
 * MongoDB as a replica set is seen on the wire, in front of one server that is none: drivers find a primary, number
 * their writes, and meet what they meet when a primary steps down or has lost its majority. All members share the one
 * server's documents, so **it cannot play a rollback**: a write that was applied stays applied, also where a set would
 * have lost it because no majority had it; nor does a majority read ever see an older state, it waits instead.
 * @param upstream host:port of the server
 * @param members how many ports look like members
 * @param electionMs how long nobody is primary after a step-down
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
    /** With the set's name, without a database. */
    url: `mongodb://${addresses.join(',')}/?replicaSet=${SET_NAME}`,
    /**
     * The primary steps down: without `when` at once, else in the middle of a write.
     * @returns when it has happened
     */
    stepDown: async (stepDown?: StepDown): Promise<void> => {
      if (stepDown !== undefined) return faults.arm(stepDown);
      return members.stepDown(electionMs);
    },
    /** Writes with `w: majority` are applied and then wait: till their `wtimeout`, else till a majority is back. */
    loseMajority: faults.loseMajority,
    restoreMajority: faults.restoreMajority,
    /** Cuts all connections that are open. */
    cut,
    /** Whatever is sent from now on arrives nowhere, on open connections and new ones. */
    halfOpen: () => {
      faults.halfOpen = true;
    },
    delayReplies: (delayMs: number) => {
      faults.delayMs = delayMs;
    },
    /** Ends all faults; connections that lost bytes are cut. */
    heal,
    /** How many writes came again and were answered from memory. */
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
