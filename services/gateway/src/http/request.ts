import { callerNameOf } from '@skillstream/auth';
import { clientOf, mediaTypeOf, traceOf } from '@skillstream/http';
import { AsyncLocalStorage } from 'node:async_hooks';
import { formatTraceparent } from '@skillstream/runtime';
import type { Request, RequestHandler } from 'express';
import type { OnwardHeaders } from '../upstreams/fetch-upstream.ts';

/**
 * What a request asks for, as it was sent: path and query. Clients may also send a whole address (RFC 9112, 3.2.2);
 * its host is their affair, since where a request goes is decided by its path alone.
 */
export const targetOf = (url: string): string => {
  const target = url.replace(/^[a-z][a-z0-9+.-]*:\/\/[^/?#]*/i, '');
  return target.startsWith('/') ? target : `/${target}`;
};

const streams = ['application/x-ndjson', 'application/ndjson'];

/** Whether a request's body is a stream of lines, which may go on for ever. */
export const isStream = (req: Request): boolean => streams.includes(mediaTypeOf(req));

/** Who is counted as the client of a request: a trusted proxy's word, else the connection. */
export const requestClient = (req: Request): string => clientOf(req.ip, req.socket.remoteAddress);

const clients = new AsyncLocalStorage<string>();

/** Remembers the client of a request for what upstreams are asked because of it. */
export const rememberClient: RequestHandler = (req, _res, next) => clients.run(requestClient(req), next);

/** For whom an upstream is asked; empty where no request is the cause. */
export const rememberedClient = (): string => clients.getStore() ?? '';

/**
 * What goes on to an upstream of this request. The upstream verifies the token anew: the gateway asks in its caller's
 * name and has none of its own. One that nobody had to show, and that nobody has looked at, says nothing: all who show
 * such ones ask alike.
 */
export const onwardHeaders = (req: Request): OnwardHeaders => {
  const { authorization } = req.headers;
  const isKnown = callerNameOf(req) !== '';
  return { traceparent: formatTraceparent(traceOf(req)), ...(isKnown && authorization && { authorization }) };
};
