import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import type { Address } from '../probes/tcp.ts';
import { createFrameReader } from './frames.ts';
import type { Holds } from './holds.ts';

export type KafkaProxy = {
  /** From now on nothing passes in either direction, as with a broker or a network that hangs. */
  stall(): void;
  /** Ends a stall; what waited goes on. */
  resume(): void;
  /** Breaks every connection at once; new ones are taken. */
  cut(): void;
  close(): Promise<void>;
};

/**
 * A TCP proxy before one broker. It decodes of each request only the API key, to ask `holds` whether it may pass. A
 * request that was held reaches the broker even if its client has gone meanwhile: so late requests look to a broker.
 */
export async function startKafkaProxy(deps: {
  port: number;
  target: Address;
  holds: Holds;
}): Promise<KafkaProxy> {
  const { port, target, holds } = deps;
  const open = new Set<Socket>();
  let stalled: PromiseWithResolvers<void> | null = null;
  const passes = async () => stalled?.promise;

  const serve = (client: Socket) => {
    const broker = connect(target);
    for (const socket of [client, broker]) {
      open.add(socket);
      socket.setNoDelay(true);
      socket.on('error', () => socket.destroy());
      socket.on('close', () => open.delete(socket));
    }
    void forward(client, broker, holds, passes);
    void response(broker, client, passes);
  };
  const server = createServer({ allowHalfOpen: true }, serve);
  server.listen({ port, host: '127.0.0.1' });
  await once(server, 'listening');
  const resume = () => {
    stalled?.resolve();
    stalled = null;
  };
  const cut = () => open.forEach((socket) => socket.destroy());
  return {
    stall: () => void (stalled ??= Promise.withResolvers<void>()),
    resume,
    cut,
    async close() {
      server.close();
      cut();
      resume();
      await once(server, 'close');
    },
  };
}

/** Client to broker, request by request. */
async function forward(
  client: Socket,
  broker: Socket,
  holds: Holds,
  passes: () => Promise<void>,
): Promise<void> {
  const read = createFrameReader();
  try {
    for await (const chunk of client) {
      for (const frame of read(chunk as Buffer)) {
        await holds.check(frame);
        await passes();
        if (!broker.write(frame)) await once(broker, 'drain');
      }
    }
  } catch {
    // The client's connection broke; what it had sent in whole has been passed on.
  }
  broker.end();
}

/** Broker to client, as it comes. */
async function response(broker: Socket, client: Socket, passes: () => Promise<void>): Promise<void> {
  try {
    for await (const chunk of broker) {
      await passes();
      if (!client.destroyed) client.write(chunk as Buffer);
    }
  } catch {
    // The broker's connection broke, and so does the client's.
  }
  client.destroy();
}
