import type { Method } from '@skillstream/contracts';
import type { Bulkhead } from './bulkhead.ts';
import type { CircuitBreaker } from './circuit-breaker.ts';
import { upstreamUnavailable } from './upstream-unavailable.ts';
import type { Upstream, UpstreamUrls } from './upstreams.ts';

/** Headers of an upstream request that come from the request it is made for: its trace, and the caller's token. */
export type OnwardHeaders = { traceparent: string; authorization?: string };

/** The response of an upstream, whatever its status. */
export type UpstreamResponse = {
  status: number;
  contentType: string | null;
  etag: string | null;
  body: string;
};

export type UpstreamRequest = {
  method?: Method;
  /** With the query string. */
  path: string;
  headers?: Record<string, string>;
  body?: string;
};

export type Bulkheads = Record<Upstream, Bulkhead>;
export type CircuitBreakers = Record<Upstream, CircuitBreaker>;

export type FetchUpstreamDeps = {
  urls: UpstreamUrls;
  bulkheads: Bulkheads;
  circuitBreakers: CircuitBreakers;
  /** Timeout of one request, in milliseconds. */
  timeoutMs: number;
  /** The client for which a request is made: these requests and forwarded ones count together. */
  client: () => string;
};

// fetch hides the reason one level down: "fetch failed" helps nobody.
const reasonOf = (error: unknown): unknown => (error as { cause?: unknown } | null)?.cause ?? error;

/** Sends short requests to upstreams, whose responses are read completely. */
export const createFetchUpstream = ({
  urls,
  bulkheads,
  circuitBreakers,
  timeoutMs,
  client,
}: FetchUpstreamDeps) => {
  const once = async (upstream: Upstream, { path, ...init }: UpstreamRequest): Promise<UpstreamResponse> => {
    try {
      const signal = AbortSignal.timeout(timeoutMs);
      const response = await fetch(new URL(path, urls[upstream]), { ...init, signal });
      const { status, headers } = response;
      return {
        status,
        contentType: headers.get('content-type'),
        etag: headers.get('etag'),
        body: await response.text(),
      };
    } catch (error) {
      throw upstreamUnavailable(upstream, reasonOf(error));
    }
  };
  /** @throws SkillstreamError `unavailable`, naming the upstream, `overloaded` or `rate-limited` */
  return (upstream: Upstream, request: UpstreamRequest): Promise<UpstreamResponse> => {
    const [bulkhead, circuitBreaker] = [bulkheads[upstream], circuitBreakers[upstream]];
    return bulkhead(client(), () => circuitBreaker(() => once(upstream, request)));
  };
};

export type FetchUpstream = ReturnType<typeof createFetchUpstream>;
