import { AsyncLocalStorage } from 'node:async_hooks';
import { callerNameOf } from '@skillstream/auth';
import { isStreamType } from '@skillstream/contracts';
import { clientOf, traceContextOf, mediaTypeOf } from '@skillstream/http';
import { injectContext } from '@skillstream/telemetry';
import type { Request, RequestHandler } from 'express';
import type { OnwardHeaders } from '../upstreams/fetch-upstream.ts';

/**
 * The target of a request, as it was sent: path and query. Clients may also send an absolute URL (RFC 9112, 3.2.2);
 * its host is ignored, since routing uses the path only.
 */
export const targetOf = (url: string): string => {
  const target = url.replace(/^[a-z][a-z0-9+.-]*:\/\/[^/?#]*/i, '');
  return target.startsWith('/') ? target : `/${target}`;
};

/** Whether a request's body is a stream of lines or rows, which may be endless. */
export const isStream = (req: Request): boolean => isStreamType(mediaTypeOf(req));

/** The client of a request: as a trusted proxy reports it, else the address of the connection. */
export const requestClient = (req: Request): string => clientOf(req.ip, req.socket.remoteAddress);

const clients = new AsyncLocalStorage<string>();

/** Stores the client of a request for the upstream requests that are made because of it. */
export const rememberClient: RequestHandler = (req, _res, next) => clients.run(requestClient(req), next);

/** The client for which an upstream is called; empty where no request is the cause. */
export const rememberedClient = (): string => clients.getStore() ?? '';

/**
 * The headers of this request that are forwarded to an upstream. The upstream verifies the token again: the gateway
 * calls in its caller's name and has no token of its own. A token that was not required, and that nobody has verified,
 * is not forwarded, so that all such callers count as one.
 */
export const onwardHeaders = (req: Request): OnwardHeaders => {
  const { authorization } = req.headers;
  const isKnown = callerNameOf(req) !== '';
  return { ...injectContext(traceContextOf(req)), ...(isKnown && authorization && { authorization }) };
};
