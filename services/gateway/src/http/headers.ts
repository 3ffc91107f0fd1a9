import type { IncomingHttpHeaders, OutgoingHttpHeaders } from 'node:http';

// RFC 9110, 7.6.1: these belong to one connection. `expect` was answered here already; `host` is the upstream's own.
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

/** The headers of a message that go on to the next connection. */
export const passedOn = (headers: IncomingHttpHeaders): OutgoingHttpHeaders => {
  const named = (headers.connection ?? '').split(',').map((name) => name.trim().toLowerCase());
  const dropped = new Set([...perConnection, ...named]);
  return without(headers, (name) => dropped.has(name));
};

// Where a request came from is told by those who stand before the gateway, if by anybody.
const isProvenance = (name: string) =>
  name === 'forwarded' || name === 'x-real-ip' || name.startsWith('x-forwarded-');

/**
 * The headers of a request that go on to an upstream: cookies of this host are nobody's affair there, and what
 * strangers say about where a request came from is not repeated.
 */
export const passedToPart = (headers: IncomingHttpHeaders, fromTrustedProxy: boolean): OutgoingHttpHeaders =>
  without(
    passedOn(headers) as IncomingHttpHeaders,
    (name) => name === 'cookie' || (!fromTrustedProxy && isProvenance(name)),
  );

const ofPrograms = new Set(['server', 'x-powered-by', 'via']);

/** The headers of an upstream's answer that go back; which programs made it is nothing for callers. */
export const passedBack = (headers: IncomingHttpHeaders): OutgoingHttpHeaders =>
  without(passedOn(headers) as IncomingHttpHeaders, (name) => ofPrograms.has(name));
