import type { z } from 'zod';
import type { Scope } from './scopes.ts';

/** The services, each a process of its own; only the gateway is reachable from outside. */
export const serviceNames = ['gateway', 'ingestion', 'tagging', 'analytics'] as const;
export type ServiceName = (typeof serviceNames)[number];

/** Rate classes, each with a limit of its own: the costs of requests differ by orders of magnitude. */
export const rateClasses = ['reads', 'writes', 'streams', 'expensive'] as const;
export type RateClass = (typeof rateClasses)[number];

/**
 * The ports of a process: `public` is that of its callers, to which Services and routes lead; `management` is that of
 * whoever watches it, to which none leads (ADR 0065).
 */
export type Port = 'public' | 'management';

export type Method = 'GET' | 'POST' | 'DELETE';

/** One operation of the platform over HTTP. */
export type Operation = {
  method: Method;
  /** In the syntax of Express: `/v1/skills/:id`. */
  path: string;
  /** The service that handles it; `every` service has its own. The gateway forwards the operations of the others. */
  owner: ServiceName | 'every';
  /** The ports that serve it: the public one alone where none is named. */
  ports?: readonly Port[];
  /** The scope that a token needs; `null` is open to everybody always. */
  scope: Scope | null;
  /** The rate class it counts against at the gateway; `null` is never limited. */
  rateClass: RateClass | null;
  /** The response depends on the views alone: the gateway caches it until they change. */
  cachedQuery?: true;
  /** Read at most so often for all callers together: one may be made to wait for the next read. */
  paced?: true;
  /** `expensive` where the filter has no materialized view, so that the facts are queried. */
  expensiveWithoutView?: true;
  /** The parameters, of path or query, that are ids of skills. */
  skills?: readonly string[];
  query?: z.ZodObject;
  body?: z.ZodType;
  /** The schema of the successful response, where that is one JSON document. */
  response?: z.ZodType;
  summary: string;
};
