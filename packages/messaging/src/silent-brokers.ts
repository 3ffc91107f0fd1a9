import { Socket } from 'node:net';
import type { ISocketFactory, ISocketFactoryArgs } from 'kafkajs';
import { openSocket, pingBroker } from './broker-socket.ts';

const shuffled = <T>(list: readonly T[]): T[] =>
  list
    .map((item) => ({ item, at: Math.random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);

/** A socket that fails like one to a broker that is down: kafkajs then asks another broker. */
const refused = (why: string): Socket => {
  const socket = new Socket();
  process.nextTick(() => socket.destroy(Object.assign(new Error(why), { code: 'ECONNREFUSED' })));
  return socket;
};

const destroy = (socket: Socket, why: string) =>
  socket.destroy(Object.assign(new Error(why), { code: 'ECONNRESET' }));

/**
 * What the clients of a process know together about brokers that hang: they accept connections and requests and never
 * respond. kafkajs would ask such a broker again and again; here its connections are destroyed, and it is treated as
 * down until it responds again.
 * @param limits how long a broker may take for the simplest request, and how often a silent one is probed with it
 */
export const createSilentBrokers = (limits = { answerMs: 2000, againMs: 1000 }) => {
  const silent = new Set<string>();
  const suspected = new Set<string>();
  const open = new Map<Socket, string>();
  const known = new Map<string, ISocketFactoryArgs>();

  const watch = async (address: string, at: ISocketFactoryArgs) => {
    while (!(await pingBroker(at, limits.answerMs))) {
      silent.add(address);
      for (const [socket, to] of open) if (to === address) destroy(socket, `${address} does not answer`);
      await new Promise((resolve) => setTimeout(resolve, limits.againMs).unref());
    }
    silent.delete(address);
    suspected.delete(address);
  };

  return {
    /** A request timed out. The broker may hang, or wait for others: it is probed with a simple request. */
    noteTimeout: (address: string): void => {
      const at = known.get(address);
      if (!at || suspected.has(address)) return;
      suspected.add(address);
      void watch(address, at);
    },
    /** Brokers to bootstrap from, in any order; silent ones only when there is no other. */
    seeds: (brokers: readonly string[]): string[] => {
      const answering = brokers.filter((address) => !silent.has(address));
      return shuffled(answering.length > 0 ? answering : brokers);
    },
    /** The sockets of one client; after `destroy` it gets no more of them. */
    socketsOfClient: () => {
      const own = new Set<Socket>();
      let destroyed = false;
      const socketFactory: ISocketFactory = (args) => {
        const address = `${args.host}:${args.port}`;
        if (destroyed) return refused('the client was given up');
        if (silent.has(address)) return refused(`${address} does not answer`);
        known.set(address, args);
        const socket = openSocket(args);
        open.set(socket, address);
        own.add(socket);
        socket.once('close', () => {
          open.delete(socket);
          own.delete(socket);
        });
        return socket;
      };
      return {
        socketFactory,
        destroy: () => {
          destroyed = true;
          for (const socket of own) destroy(socket, 'the client was given up');
        },
      };
    },
  };
};

export type SilentBrokers = ReturnType<typeof createSilentBrokers>;
