import { connect, type Socket } from 'node:net';
import { createSplitter } from './wire.ts';

/** Opens a connection to the server behind the proxy, for one request at a time, as drivers send them. */
export const connectUpstream = (address: string, onClose: () => void) => {
  const [host, port] = address.split(':') as [string, string];
  const socket: Socket = connect({ host, port: Number(port) });
  const split = createSplitter();
  let waiting: PromiseWithResolvers<Buffer> | null = null;
  let closing = false;
  socket.on('data', (chunk) => {
    for (const frame of split(chunk)) {
      waiting?.resolve(frame);
      waiting = null;
    }
    if (closing) socket.destroy();
  });
  socket.on('error', () => socket.destroy());
  socket.on('close', () => {
    waiting?.reject(new Error(`${address} closed the connection`));
    onClose();
  });
  return {
    ask: (frame: Buffer): Promise<Buffer> => {
      waiting = Promise.withResolvers<Buffer>();
      socket.write(frame);
      return waiting.promise;
    },
    /** Waits for the pending reply: a retry of the write must get it. */
    close: () => {
      closing = true;
      if (waiting === null) socket.destroy();
    },
  };
};
