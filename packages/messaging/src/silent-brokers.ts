import { connect, isIP, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import type { ISocketFactory } from 'kafkajs';
import { inFrames } from './in-frames.ts';

/** How long nobody connects to a broker that did not answer. */
const AVOID_MS = 15_000;

// What a broker in order answers at once, whatever its replicas do; a produce within the time that we give it. Joins wait
// for other members, and transactions for replicas.
const prompt = new Set([
  'ApiVersions',
  'Metadata',
  'GroupCoordinator',
  'Fetch',
  'ListOffsets',
  'Heartbeat',
  'Produce',
]);

const openSocket: ISocketFactory = ({ host, port, ssl, onConnect }) => {
  const socket = ssl
    ? connectTls({ host, port, ...(isIP(host) === 0 && { servername: host }), ...ssl }, onConnect)
    : connect({ host, port }, onConnect);
  socket.setKeepAlive(true, 60_000);
  const on = socket.on.bind(socket) as (event: string, listener: (...args: never[]) => void) => Socket;
  socket.on = (event: string, listener: (...args: never[]) => void) =>
    on(event, event === 'data' ? inFrames(listener as (frame: Buffer) => void) : listener);
  return socket;
};

const shuffled = <T>(list: readonly T[]): T[] =>
  list
    .map((item) => ({ item, at: Math.random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);

/**
 * What the clients of a process know together about brokers that hang: they take connections and requests and never
 * answer. kafkajs would ask such a one again and again; here its connections are broken, and it passes for one that is
 * down until some time has passed.
 */
export const createSilentBrokers = (now: () => number = Date.now) => {
  const until = new Map<string, number>();
  const sockets = new Map<Socket, string>();
  const isSilent = (address: string) => (until.get(address) ?? 0) > now();
  const destroy = (socket: Socket, why: string) => socket.destroy(new Error(why));
  return {
    /** A request had no answer in time. @param apiName as kafkajs calls the request */
    noteTimeout: (address: string, apiName: string): void => {
      if (!prompt.has(apiName)) return;
      until.set(address, now() + AVOID_MS);
      for (const [socket, to] of sockets) if (to === address) destroy(socket, `${address} does not answer`);
    },
    /** Brokers to begin with, in any order: those that are silent only when there is no other. */
    seeds: (brokers: readonly string[]): string[] => {
      const answering = brokers.filter((address) => !isSilent(address));
      return shuffled(answering.length > 0 ? answering : brokers);
    },
    /** The sockets of one client; after `destroy` it gets no more of them. */
    socketsOfClient: () => {
      const own = new Set<Socket>();
      let destroyed = false;
      const socketFactory: ISocketFactory = (args) => {
        const address = `${args.host}:${args.port}`;
        if (destroyed) throw new Error('the client was given up');
        if (isSilent(address)) throw new Error(`${address} did not answer`);
        const socket = openSocket(args);
        sockets.set(socket, address);
        own.add(socket);
        socket.once('close', () => {
          sockets.delete(socket);
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
