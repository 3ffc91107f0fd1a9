import type { Agent } from 'node:http';
import type { Method } from '@skillstream/contracts';
import {
  attribute,
  extractContext,
  injectContext,
  withinSpan,
  type TraceHeaders,
  type Tracer,
} from '@skillstream/telemetry';
import type { Bulkhead } from './bulkhead.ts';
import type { CircuitBreaker } from './circuit-breaker.ts';
import { requestAttributes } from './client-span.ts';
import { sendRequest } from './send-request.ts';
import { upstreamUnavailable } from './upstream-unavailable.ts';
import type { Upstream, UpstreamUrls } from './upstreams.ts';

/** Headers of an upstream request that come from the request it is made for: its trace, and the caller's token. */
export type OnwardHeaders = TraceHeaders & { authorization?: string };

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
  agent: Agent;
  urls: UpstreamUrls;
  bulkheads: Bulkheads;
  circuitBreakers: CircuitBreakers;
  /** Timeout of one request, in milliseconds. */
  timeoutMs: number;
  /** The client for which a request is made: these requests and forwarded ones count together. */
  client: () => string;
  tracer: Tracer;
};

/** Sends short requests to upstreams, whose responses are read completely. */
export const createFetchUpstream = ({
  agent,
  urls,
  bulkheads,
  circuitBreakers,
  timeoutMs,
  client,
  tracer,
}: FetchUpstreamDeps) => {
  const once = async (upstream: Upstream, request: UpstreamRequest): Promise<UpstreamResponse> => {
    const { method = 'GET', headers = {} } = request;
    const base = new URL(urls[upstream]);
    const parent = extractContext(headers);
    const options = { kind: 'client', parent, attributes: requestAttributes(method, base) } as const;
    return withinSpan(tracer, `${method} ${upstream}`, options, async (span) => {
      const onward = span ? { ...request, headers: { ...headers, ...injectContext(span.context) } } : request;
      try {
        const signal = AbortSignal.timeout(timeoutMs);
        const response = await sendRequest(base, onward, { agent, signal });
        span?.set({ [attribute.http.status]: response.status });
        return response;
      } catch (error) {
        throw upstreamUnavailable(upstream, error);
      }
    });
  };
  /** @throws SkillstreamError `unavailable`, naming the upstream, `overloaded` or `rate-limited` */
  return (upstream: Upstream, request: UpstreamRequest): Promise<UpstreamResponse> => {
    const [bulkhead, circuitBreaker] = [bulkheads[upstream], circuitBreakers[upstream]];
    return bulkhead(client(), () => circuitBreaker(() => once(upstream, request)));
  };
};

export type FetchUpstream = ReturnType<typeof createFetchUpstream>;
