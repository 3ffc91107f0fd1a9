import { serviceNames } from '../operation.ts';
import { WORK_SECONDS } from './buckets.ts';
import { oneOf, upstreamLabel } from './labels.ts';
import type { MetricTable } from './metric.ts';

/** Requests, who was refused, and what the gateway asks of others. */
export const httpMetrics = {
  http_request_seconds: {
    kind: 'histogram',
    unit: 'seconds',
    help: 'Time from a request to the end of its response',
    services: serviceNames,
    labels: {
      method: { most: 10, of: 'methods that the API knows, and `other`' },
      route: { most: 60, of: 'paths of operations with their parameters as names, and `other`' },
      status: { most: 30, of: 'status codes, and 499 where the caller left before a response began' },
    },
    buckets: WORK_SECONDS,
  },
  objective_requests_total: {
    kind: 'counter',
    unit: 'count',
    help: 'Requests that an objective is about, by whether they were as good as it wants',
    services: ['gateway'],
    labels: { objective: oneOf('fast', 'served'), result: oneOf('good', 'bad') },
  },
  refused_tokens_total: {
    kind: 'counter',
    unit: 'count',
    help: 'Requests that were refused for their token, by the reason',
    services: serviceNames,
    labels: { reason: oneOf('missing', 'invalid', 'insufficient') },
  },
  breaker_open: {
    kind: 'gauge',
    unit: 'count',
    help: '1 while the circuit breaker of an upstream refuses requests, and for half a minute after the last failure',
    services: ['gateway'],
    labels: { upstream: upstreamLabel },
  },
  cache_lookups_total: {
    kind: 'counter',
    unit: 'count',
    help: 'Queries, by whether a cache had the result',
    services: ['gateway'],
    labels: { result: oneOf('hit', 'miss') },
  },
  trace_spans_total: {
    kind: 'counter',
    unit: 'count',
    help: 'Spans of sampled traces, by whether the collector has them, refused them, or there was no room for them',
    services: serviceNames,
    labels: { fate: oneOf('exported', 'refused', 'dropped') },
  },
  live_clients: {
    kind: 'gauge',
    unit: 'count',
    help: 'Clients that listen to the live feed',
    services: ['gateway'],
    labels: {},
  },
  pipeline_clients: {
    kind: 'gauge',
    unit: 'count',
    help: 'Clients that watch the pipeline',
    services: ['gateway'],
    labels: {},
  },
} as const satisfies MetricTable;
