import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Express } from 'express';
import { fault } from '../errors.ts';
import { gatherPieces } from './gather-pieces.ts';
import { createTurns } from './in-turn.ts';
import { ofParser, refuseRaw } from './refuse-raw.ts';
import {
  MOST_CONNECTIONS,
  MOST_HEADERS,
  serverLimits,
  serverOptions,
  type ServerLimits,
} from './server-limits.ts';
import { watchBody } from './watch-body.ts';

const createLimitedServer = (app: Express, limits: ServerLimits): Server => {
  const server = createServer(serverOptions(limits));
  // One more than may come, so that it is seen: those beyond are dropped without a word.
  server.maxHeadersCount = MOST_HEADERS + 1;
  server.maxConnections = MOST_CONNECTIONS;
  const turns = createTurns((req, res) => {
    watchBody(req, res, limits);
    app(req, res);
  });
  server.on('request', (req, res) => {
    gatherPieces(req);
    turns.take(req, res);
  });
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    // Nothing can be said to somebody who has gone.
    if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
    turns.refuse(socket, () => refuseRaw(socket, ofParser(error)));
  });
  server.on('connect', (req, socket) =>
    turns.refuse(req.socket, () =>
      refuseRaw(socket, fault('method-not-allowed', 'CONNECT is not taken'), {
        Allow: 'GET, HEAD, POST, DELETE',
      }),
    ),
  );
  // RFC 9110, 10.1.1: an expectation that is not known may be passed over.
  server.on('checkExpectation', (req, res) => void server.emit('request', req, res));
  return server;
};

/** Listens; resolves with the server and the port that it really has (0 asks for a free one). */
export const listen = (
  app: Express,
  port: number,
  host: string,
  limits: ServerLimits = serverLimits,
): Promise<{ server: Server; port: number }> =>
  new Promise((resolve, reject) => {
    const server = createLimitedServer(app, limits);
    server.once('error', reject);
    server.listen(port, host, () => resolve({ server, port: (server.address() as AddressInfo).port }));
  });
