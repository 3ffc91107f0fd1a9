import type { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import { isStreamType, mediaTypeOfHeader } from '@skillstream/contracts';
import { appError } from '@skillstream/errors';
import { problemOf } from './problem-of.ts';
import type { ServerLimits } from './server-limits.ts';

/** Whether a request has a body, or may have one. */
export const hasBody = ({ headers }: Pick<IncomingMessage, 'headers'>): boolean =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;

const refuse = (req: IncomingMessage, res: ServerResponse, waitedMs: number): void => {
  if (res.headersSent) return void req.socket.destroy();
  const error = appError('too-slow', `Nothing came for ${waitedMs} ms, or not all of it in that time`);
  const traceId = res.getHeader('trace-id');
  const problem = problemOf(error, typeof traceId === 'string' ? traceId : undefined);
  const body = JSON.stringify(problem);
  const headers = {
    'content-type': 'application/problem+json; charset=utf-8',
    'content-length': Buffer.byteLength(body),
    connection: 'close',
  };
  res.writeHead(problem.status, headers).end(body);
};

/**
 * Keeps reading a connection that is to be closed until the body is complete (RFC 9112, 9.6): closing it while bytes
 * arrive resets it, and the sender may lose the response.
 */
const readBeforeClosing = (req: IncomingMessage): void => {
  const { socket } = req;
  const close = () => Socket.prototype.destroySoon.call(socket);
  // Node calls this after the response to `Connection: close` was sent.
  socket.destroySoon = () => {
    if (req.complete) return close();
    socket.end();
    req.once('end', close).resume();
  };
};

/**
 * Ends a request whose body does not arrive: 408, or the end of the connection if the response has begun. A stream
 * (NDJSON, a table) may last for any time as long as data arrives; any other body has a total time limit. Only time
 * spent waiting for the sender counts, not time in which received bytes wait to be read.
 */
export const watchBody = (req: IncomingMessage, res: ServerResponse, limits: ServerLimits): void => {
  if (!hasBody(req)) return;
  readBeforeClosing(req);
  // The exact names: a body with the timeout of a stream that is not read as one could stay open for ever.
  const stream = isStreamType(mediaTypeOfHeader(req.headers['content-type']));
  const mostMs = stream ? limits.bodyIdleTimeoutMs : limits.bodyTimeoutMs;
  const tickMs = Math.min(1000, Math.ceil(mostMs / 4));
  let waitedMs = 0;
  let bytes = req.socket.bytesRead;
  const timer = setInterval(() => {
    if (req.complete || req.destroyed || res.writableEnded) return clearInterval(timer);
    const more = req.socket.bytesRead !== bytes;
    bytes = req.socket.bytesRead;
    if (more && stream) waitedMs = 0;
    else if (req.readableLength === 0) waitedMs += tickMs;
    if (waitedMs < mostMs) return;
    clearInterval(timer);
    refuse(req, res, waitedMs);
  }, tickMs).unref();
  // If it were left to its next tick, it would hold each request for a second, and cost as much as half a small
  // request.
  res.once('close', () => clearInterval(timer));
  res.once('finish', () => {
    if (req.complete) return;
    setTimeout(() => {
      if (!req.complete) req.socket.destroy();
    }, limits.lingerMs).unref();
  });
};
