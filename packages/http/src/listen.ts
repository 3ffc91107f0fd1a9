import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { appError } from '@skillstream/errors';
import { silentLog, type Log } from '@skillstream/runtime';
import type { Express } from 'express';
import { shareConnections } from './connection-shares.ts';
import { gatherChunks } from './gather-chunks.ts';
import { createConnectionQueues } from './in-turn.ts';
import { parserError, refuseRaw } from './refuse-raw.ts';
import { serverLimits, serverOptions, type ServerLimits } from './server-limits.ts';
import { watchBody } from './watch-body.ts';

// If the number of proxies is configured, the nearest peer is one: their addresses are not known.
const proxiesOf = (app: Express): ((address: string) => boolean) => {
  const trusts = app.get('trust proxy fn') as (address: string, hop: number) => boolean;
  return (address) => trusts(address, 0);
};

const createLimitedServer = (app: Express, limits: ServerLimits, log: Log): Server => {
  const server = createServer(serverOptions(limits));
  server.maxConnections = limits.connections;
  shareConnections(server, { most: Math.ceil(limits.connections / 4), isProxy: proxiesOf(app), log });
  const queues = createConnectionQueues((req, res) => {
    watchBody(req, res, limits);
    app(req, res);
  });
  server.on('request', (req, res) => {
    gatherChunks(req);
    queues.take(req, res);
  });
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    // A caller that has disconnected gets no response.
    if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
    queues.refuse(socket, () => refuseRaw(socket, parserError(error)));
  });
  server.on('connect', (req, socket) =>
    queues.refuse(req.socket, () =>
      refuseRaw(socket, appError('method-not-allowed', 'CONNECT is not taken'), {
        Allow: 'GET, HEAD, POST, DELETE',
      }),
    ),
  );
  // RFC 9110, 10.1.1: an unknown expectation may be ignored.
  server.on('checkExpectation', (req, res) => void server.emit('request', req, res));
  return server;
};

/** Every address: without a host Node takes both families, or IPv4 alone where the machine has no IPv6. */
const EVERY = '::';

/** Listens; resolves with the server and its actual port (0 requests a free one). */
export const listen = (
  app: Express,
  port: number,
  host: string,
  limits: Partial<ServerLimits> = {},
  log: Log = silentLog(),
): Promise<{ server: Server; port: number }> =>
  new Promise((resolve, reject) => {
    const server = createLimitedServer(app, { ...serverLimits, ...limits }, log);
    server.once('error', reject);
    const at = host === EVERY ? { port } : { port, host };
    server.listen(at, () => resolve({ server, port: (server.address() as AddressInfo).port }));
  });
