import type { ServerOptions } from 'node:http';

export type ServerLimits = {
  /** From the beginning of a connection, or the end of what came before on it, until all headers are there. */
  headersTimeoutMs: number;
  /** From the headers to the end of a body that is no stream. */
  bodyTimeoutMs: number;
  /** How long a stream may be silent before its end. */
  bodyIdleTimeoutMs: number;
  /** For who was answered before its body was complete, to read the answer; then the connection ends. */
  lingerMs: number;
  /** Of one process; the next is closed at once. One client has at most a quarter of them. */
  connections: number;
};

/** What a service keeps to where nothing else is said. */
export const serverLimits: ServerLimits = {
  headersTimeoutMs: 15_000,
  bodyTimeoutMs: 30_000,
  bodyIdleTimeoutMs: 60_000,
  lingerMs: 5000,
  connections: 10_000,
};

/** Names and values of all headers together, with the request line. */
const MOST_HEADER_BYTES = 16 * 1024;
export const MOST_HEADERS = 100;
/** As much as RFC 9110 (4.1) asks everybody to take. */
export const MOST_URL_UNITS = 8000;

/** What Node's parser holds of the limits. */
export const serverOptions = ({ headersTimeoutMs }: ServerLimits): ServerOptions => ({
  insecureHTTPParser: false,
  maxHeaderSize: MOST_HEADER_BYTES,
  headersTimeout: headersTimeoutMs,
  // Of all the request: a stream of postings may take as long as it takes.
  requestTimeout: 0,
  connectionsCheckingInterval: Math.min(5000, Math.ceil(headersTimeoutMs / 3)),
  // Said by `wellFormed`, as a problem.
  requireHostHeader: false,
});
