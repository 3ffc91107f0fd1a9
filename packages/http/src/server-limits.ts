import type { ServerOptions } from 'node:http';

export type ServerLimits = {
  /** From the start of a connection, or the end of its previous request, until the headers are complete. */
  headersTimeoutMs: number;
  /** From the headers to the end of a body that is not a stream. */
  bodyTimeoutMs: number;
  /** How long a stream may be silent. */
  bodyIdleTimeoutMs: number;
  /** Time to read a response that was sent before the body was complete; then the connection is closed. */
  lingerMs: number;
  /** For one process; further ones are closed at once. One client has at most a quarter of them. */
  connections: number;
};

/** The default limits of a service. */
export const serverLimits: ServerLimits = {
  headersTimeoutMs: 15_000,
  bodyTimeoutMs: 30_000,
  bodyIdleTimeoutMs: 60_000,
  lingerMs: 5000,
  connections: 10_000,
};

/**
 * The maximum number of connections of the management port, of which one client has a quarter: a kubelet has one at a
 * time, a Prometheus one or two.
 */
export const MANAGEMENT_CONNECTIONS = 200;

/** Names and values of all headers in total, with the request line. */
const MOST_HEADER_BYTES = 16 * 1024;
export const MOST_HEADERS = 100;
/** The minimum that RFC 9110 (4.1) recommends to support. */
export const MOST_URL_UNITS = 8000;

/** The limits that Node's parser enforces. */
export const serverOptions = ({ headersTimeoutMs }: ServerLimits): ServerOptions => ({
  insecureHTTPParser: false,
  maxHeaderSize: MOST_HEADER_BYTES,
  headersTimeout: headersTimeoutMs,
  // Of the whole request: a stream of postings may last for any time.
  requestTimeout: 0,
  connectionsCheckingInterval: Math.min(5000, Math.ceil(headersTimeoutMs / 3)),
  // Enforced by `wellFormed`, which responds with a problem.
  requireHostHeader: false,
});
