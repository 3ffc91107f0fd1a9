import type { Agent } from 'node:http';
import type { Narrate } from '@skillstream/runtime';
import type { Tracer } from '@skillstream/telemetry';
import { createAskUpstream } from './ask-upstream.ts';
import { createBulkhead, taggingLimits } from './bulkhead.ts';
import { createCircuitBreaker } from './circuit-breaker.ts';
import { createFetchUpstream, type Bulkheads, type CircuitBreakers } from './fetch-upstream.ts';
import type { UpstreamUrls } from './upstreams.ts';

// A caller that waits for a number waits no longer than this, whatever the timeout of the upstream is otherwise.
const QUERY_TIMEOUT_MS = 5000;

export type UpstreamsDeps = {
  /** Keeps connections to upstreams open. */
  agent: Agent;
  urls: UpstreamUrls;
  /** How long an upstream may stay silent before its response begins, in milliseconds. */
  timeoutMs: number;
  /** The client for which a request is made; empty where no request is the cause. */
  client: () => string;
  narrate: Narrate;
  tracer: Tracer;
};

/** The services behind the gateway: a bulkhead and a circuit breaker for each, and two ways of calling them. */
export const createUpstreams = ({ agent, urls, timeoutMs, client, narrate, tracer }: UpstreamsDeps) => {
  const bulkheads: Bulkheads = {
    ingestion: createBulkhead('ingestion'),
    tagging: createBulkhead('tagging', taggingLimits),
    analytics: createBulkhead('analytics'),
  };
  const circuitBreakers: CircuitBreakers = {
    ingestion: createCircuitBreaker('ingestion', undefined, narrate),
    tagging: createCircuitBreaker('tagging', undefined, narrate),
    analytics: createCircuitBreaker('analytics', undefined, narrate),
  };
  const protection = { urls, bulkheads, circuitBreakers };
  const fetch = createFetchUpstream({
    ...protection,
    agent,
    timeoutMs: Math.min(timeoutMs, QUERY_TIMEOUT_MS),
    client,
    tracer,
  });
  return { ...protection, fetch, ask: createAskUpstream(fetch) };
};

export type Upstreams = ReturnType<typeof createUpstreams>;
