import { connect, isIP, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import type { ISocketFactory, ISocketFactoryArgs } from 'kafkajs';
import { inFrames } from './in-frames.ts';

/** A socket as kafkajs makes it, except that it hands on whole answers only. */
export const openSocket: ISocketFactory = ({ host, port, ssl, onConnect }) => {
  const socket = ssl
    ? connectTls({ host, port, ...(isIP(host) === 0 && { servername: host }), ...ssl }, onConnect)
    : connect({ host, port }, onConnect);
  socket.setKeepAlive(true, 60_000);
  const on = socket.on.bind(socket) as (event: string, listener: (...args: never[]) => void) => Socket;
  socket.on = (event: string, listener: (...args: never[]) => void) =>
    on(event, event === 'data' ? inFrames(listener as (frame: Buffer) => void) : listener);
  return socket;
};

// ApiVersions, version 0, correlation id 0, no client id: what any broker answers at once, also before a login.
const question = Buffer.from([0, 0, 0, 10, 0, 18, 0, 0, 0, 0, 0, 0, 0xff, 0xff]);

/**
 * Whether a broker lives, or is plainly down: the connection is refused or closed. False when it is silent: within the
 * limit it neither answered nor refused, as a stopped process or a machine that is gone.
 */
export const pingBroker = (at: Omit<ISocketFactoryArgs, 'onConnect'>, limitMs: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = openSocket({ ...at, onConnect: () => socket.write(question) });
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
