import { connect } from 'node:net';

export type Address = { host: string; port: number };

/**
 * Sends `request` to an address and returns the bytes received once `complete` says that they are a whole response.
 * Rejects on a refused or closed connection, and after `timeoutMs`.
 */
export function exchange(
  address: Address,
  request: Uint8Array,
  complete: (received: Buffer) => boolean,
  timeoutMs = 2_000,
): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    let received: Buffer = Buffer.alloc(0);
    const socket = connect(address);
    const fail = (error: Error) => {
      socket.destroy();
      reject(error);
    };
    socket.setTimeout(timeoutMs, () => fail(new Error(`no answer within ${timeoutMs} ms`)));
    socket.on('error', fail);
    socket.on('close', () => reject(new Error('connection closed before an answer')));
    socket.on('connect', () => socket.write(request));
    socket.on('data', (chunk: Buffer) => {
      received = Buffer.concat([received, chunk]);
      if (!complete(received)) return;
      resolve(received);
      socket.destroy();
    });
  });
}
