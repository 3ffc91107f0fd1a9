import type { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import { appError } from '@skillstream/errors';
import { problemOf } from './problem-of.ts';
import type { ServerLimits } from './server-limits.ts';

// The whole name: whoever has all the time of a stream for a body that nobody takes for one, keeps it for ever.
const STREAM = /^\s*application\/(x-)?ndjson\s*(;|$)/i;

const hasBody = ({ headers }: IncomingMessage): boolean =>
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
 * Has a connection that is to be closed read on until the body is there (RFC 9112, 9.6): who closes while bytes come
 * in resets it, and the sender may lose the answer that it was given.
 */
const readBeforeClosing = (req: IncomingMessage): void => {
  const { socket } = req;
  const close = () => Socket.prototype.destroySoon.call(socket);
  // What Node calls when the answer to `Connection: close` is out.
  socket.destroySoon = () => {
    if (req.complete) return close();
    socket.end();
    req.once('end', close).resume();
  };
};

/**
 * Ends a request whose body does not come: 408, or the end of the connection where the answer has begun. A stream
 * (NDJSON) may last for ever, as long as something comes; any other body has so much time in all. Only time in which
 * the sender is waited for counts: while bytes wait to be read it is we who are slow.
 */
export const watchBody = (req: IncomingMessage, res: ServerResponse, limits: ServerLimits): void => {
  if (!hasBody(req)) return;
  readBeforeClosing(req);
  const stream = STREAM.test(req.headers['content-type'] ?? '');
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
  // Left to its next tick it would hold each request for a second, and cost as much as half of a small one.
  res.once('close', () => clearInterval(timer));
  res.once('finish', () => {
    if (req.complete) return;
    setTimeout(() => {
      if (!req.complete) req.socket.destroy();
    }, limits.lingerMs).unref();
  });
};
