import { connect, isIP, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import type { ISocketFactory, ISocketFactoryArgs } from 'kafkajs';
import { inFrames } from './in-frames.ts';
import { hostOf } from './ipv6-host.ts';

/** A socket as kafkajs creates it, except that it passes on complete responses only. */
export const openSocket: ISocketFactory = ({ host: given, port, ssl, onConnect }) => {
  const host = hostOf(given);
  const socket = ssl
    ? connectTls({ host, port, ...(isIP(host) === 0 && { servername: host }), ...ssl }, onConnect)
    : connect({ host, port }, onConnect);
  socket.setKeepAlive(true, 60_000);
  const on = socket.on.bind(socket) as (event: string, listener: (...args: never[]) => void) => Socket;
  socket.on = (event: string, listener: (...args: never[]) => void) =>
    on(event, event === 'data' ? inFrames(listener as (frame: Buffer) => void) : listener);
  return socket;
};

// ApiVersions, version 0, correlation id 0, no client id: every broker answers it at once, even before authentication.
const request = Buffer.from([0, 0, 0, 10, 0, 18, 0, 0, 0, 0, 0, 0, 0xff, 0xff]);

/**
 * Whether a broker is responsive, or plainly down: the connection is refused or closed. False when it is silent,
 * neither responding nor refusing within the limit, as a stopped process or a vanished machine does.
 */
export const pingBroker = (at: Omit<ISocketFactoryArgs, 'onConnect'>, limitMs: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = openSocket({ ...at, onConnect: () => socket.write(request) });
    socket.unref();
    const end = (answered: boolean) => {
      clearTimeout(timer);
      socket.destroy();
      resolve(answered);
    };
    const timer = setTimeout(() => end(false), limitMs).unref();
    socket.on('data', () => end(true));
    socket.on('error', () => end(true));
    socket.on('close', () => end(true));
  });
