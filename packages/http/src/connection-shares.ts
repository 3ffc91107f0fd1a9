import type { Server } from 'node:http';
import type { Log } from '@skillstream/runtime';
import { clientOf } from './client-of.ts';

export type SharesOptions = {
  /** The maximum number of connections of one client. */
  most: number;
  /** Whether an address is a proxy's, whose connections belong to many clients. */
  isProxy: (address: string) => boolean;
  log: Log;
};

type Share = { open: number; refused: number };

/**
 * Closes connections of a client (an IPv4 address or an IPv6 network of 64 bits) beyond its share, so that it cannot
 * use up those of others. The first, the tenth, the hundredth and so on are logged, until all connections of the
 * client have ended.
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
