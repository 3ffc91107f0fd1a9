import type { Method } from '@skillstream/contracts';
import type { Bulkhead } from './bulkhead.ts';
import type { CircuitBreaker } from './circuit-breaker.ts';
import { upstreamUnavailable } from './upstream-unavailable.ts';
import type { Upstream, UpstreamUrls } from './upstreams.ts';

/** What a request to an upstream says of the request that it is made for: its trace, and who asks. */
export type OnwardHeaders = { traceparent: string; authorization?: string };

/** What an upstream answered, whatever its status. */
export type UpstreamResponse = {
  status: number;
  contentType: string | null;
  etag: string | null;
  body: string;
};

export type UpstreamRequest = {
  method?: Method;
  /** With the query. */
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
  /** For one request. */
  timeoutMs: number;
  /** For whom is asked now: these requests and what is forwarded count together. */
  client: () => string;
};

// fetch hides the reason one level down: "fetch failed" helps nobody.
const reasonOf = (error: unknown): unknown => (error as { cause?: unknown } | null)?.cause ?? error;

/** Sends short requests to upstreams, whose responses are read whole. */
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
