import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import type { Address } from '../probes/tcp.ts';
import { createFrameReader } from './frames.ts';
import type { Holds } from './holds.ts';

export type KafkaProxy = {
  /** Forwards nothing in either direction from now on, like a broker or network that hangs. */
  stall(): void;
  /** Ends a stall and forwards what waited. */
  resume(): void;
  /** Breaks all connections; new ones are accepted. */
  cut(): void;
  close(): Promise<void>;
};

/**
 * Starts a TCP proxy in front of one broker. It decodes only the API key of each request, to look up whether it is to
 * be held. A held request reaches the broker even if its client has disconnected meanwhile, like a delayed request.
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
    void relayResponses(broker, client, passes);
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

/** Forwards from client to broker, request by request. */
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
    // The client's connection broke; its complete requests have been forwarded.
  }
  broker.end();
}

/** Forwards from broker to client, as bytes arrive. */
async function relayResponses(broker: Socket, client: Socket, passes: () => Promise<void>): Promise<void> {
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
