import type { Server } from 'node:http';
import type { Log } from '@skillstream/runtime';
import { clientOf } from './client-of.ts';

export type SharesOptions = {
  /** Connections of one client. */
  most: number;
  /** Whether an address is of a proxy, whose connections are those of many. */
  isProxy: (address: string) => boolean;
  log: Log;
};

type Share = { open: number; refused: number };

/**
 * Closes connections of a client (an address, of IPv6 a network of 64 bits) that has its share of them, so that it
 * does not take those of all others. Told in the log for the first, the tenth, the hundredth and so on, until all of
 * the client's have ended.
 */
export const shareConnections = (server: Server, { most, isProxy, log }: SharesOptions): void => {
  const shares = new Map<string, Share>();
  const refuse = (share: Share) => {
    share.refused += 1;
    if (!Number.isInteger(Math.log10(share.refused))) return;
    log.warn({ connections: share.open, refused: share.refused }, 'a client has all connections that it may');
  };
  server.prependListener('connection', (socket) => {
    const { remoteAddress = '' } = socket;
    if (isProxy(remoteAddress)) return;
    const client = clientOf(remoteAddress, undefined);
    const share = shares.get(client) ?? { open: 0, refused: 0 };
    if (share.open >= most) {
      refuse(share);
      return void socket.destroy();
    }
    shares.set(client, share);
    share.open += 1;
    socket.once('close', () => {
      share.open -= 1;
      if (share.open === 0) shares.delete(client);
    });
  });
};
