import { Socket } from 'node:net';
import type { ISocketFactory, ISocketFactoryArgs } from 'kafkajs';
import { openSocket, pingBroker } from './broker-socket.ts';

const shuffled = <T>(list: readonly T[]): T[] =>
  list
    .map((item) => ({ item, at: Math.random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);

/** A socket that fails as the one of a broker that is down: kafkajs then asks another broker. */
const refused = (why: string): Socket => {
  const socket = new Socket();
  process.nextTick(() => socket.destroy(Object.assign(new Error(why), { code: 'ECONNREFUSED' })));
  return socket;
};

const destroy = (socket: Socket, why: string) =>
  socket.destroy(Object.assign(new Error(why), { code: 'ECONNRESET' }));

/**
 * What the clients of a process know together about brokers that hang: they take connections and requests and never
 * answer. kafkajs would ask such a one again and again; here its connections are broken, and it passes for one that is
 * down until it answers again.
 * @param limits how long a broker may take for the plainest of questions, and how often a silent one is asked it
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
    /** A request had no answer in time. The broker may hang, or it waits for others: it is asked something plain. */
    noteTimeout: (address: string): void => {
      const at = known.get(address);
      if (!at || suspected.has(address)) return;
      suspected.add(address);
      void watch(address, at);
    },
    /** Brokers to begin with, in any order: those that are silent only when there is no other. */
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
