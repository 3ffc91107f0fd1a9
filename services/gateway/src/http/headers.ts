import type { IncomingHttpHeaders, OutgoingHttpHeaders } from 'node:http';

// RFC 9110, 7.6.1: these belong to one connection. `expect` was handled here already; `host` is the upstream's own.
const perConnection = [
  'connection',
  'keep-alive',
  'proxy-connection',
  'proxy-authenticate',
  'proxy-authorization',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
  'expect',
  'host',
];

const without = (headers: IncomingHttpHeaders, isDropped: (name: string) => boolean): OutgoingHttpHeaders =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => !isDropped(name)));

/** The headers of a message that are forwarded to the next connection. */
export const passedOn = (headers: IncomingHttpHeaders): OutgoingHttpHeaders => {
  const named = (headers.connection ?? '').split(',').map((name) => name.trim().toLowerCase());
  const dropped = new Set([...perConnection, ...named]);
  return without(headers, (name) => dropped.has(name));
};

// Where a request came from is stated by trusted proxies only.
const isProvenance = (name: string) =>
  name === 'forwarded' || name === 'x-real-ip' || name.startsWith('x-forwarded-');

const ofGateway = new Set(['cookie', 'traceparent', 'tracestate']);

/**
 * The request headers that are forwarded to an upstream: no cookies of this host, no claims of untrusted clients about
 * where a request came from, and no place in a trace, which is the gateway's to give.
 */
export const passedToUpstream = (
  headers: IncomingHttpHeaders,
  fromTrustedProxy: boolean,
): OutgoingHttpHeaders =>
  without(
    passedOn(headers) as IncomingHttpHeaders,
    (name) => ofGateway.has(name) || (!fromTrustedProxy && isProvenance(name)),
  );

const ofPrograms = new Set(['server', 'x-powered-by', 'via']);

/** The response headers of an upstream that are passed back; callers need not know which software produced them. */
export const passedBack = (headers: IncomingHttpHeaders): OutgoingHttpHeaders =>
  without(passedOn(headers) as IncomingHttpHeaders, (name) => ofPrograms.has(name));
